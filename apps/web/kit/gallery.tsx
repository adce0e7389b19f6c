import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Problem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { BarList } from './bar-list.tsx';
import { Button, Buttons } from './button.tsx';
import { CheckboxGroup } from './checkbox-group.tsx';
import { Copyable } from './copyable.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { DataTable, type Sort } from './data-table.tsx';
import { DateText } from './date-text.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { useField } from './field.tsx';
import { Link } from './link.tsx';
import { LiveNotice } from './live-notice.tsx';
import { Menu } from './menu.tsx';
import { Notice } from './notice.tsx';
import { PageHeader } from './page-header.tsx';
import { Pager } from './pager.tsx';
import { Facts, Panel } from './panel.tsx';
import { RadioGroup } from './radio-group.tsx';
import { SaveState } from './save-state.tsx';
import { Select } from './select.tsx';
import { SideBySide } from './side-by-side.tsx';
import { StateTag } from './state-tag.tsx';
import { Steps } from './steps.tsx';
import { Tabs } from './tabs.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

const OPENED_AT = new Date();

/** Every part of the kit on one page, for whoever builds with it. Only in development. */
export function Gallery() {
  return (
    <>
      <PageHeader
        title="Byggdelar"
        lead="Så ser delarna ut, i de lägen de har."
        back={{ to: '/', name: 'Till startsidan' }}
        actions={
          <Link to="/" kind="primary" icon="plus">
            Ny fråga
          </Link>
        }
      />
      <Panel title="Knappar">
        <Buttons>
          <Button kind="primary">Skicka frågan</Button>
          <Button>Spara</Button>
          <Button kind="quiet" icon="print">
            Skriv ut
          </Button>
          <Button kind="danger">Ta bort</Button>
          <Button kind="primary" pending>
            Skickar
          </Button>
          <Button disabled>Går inte nu</Button>
          <Menu items={[{ id: 'a', name: 'Skjut upp', help: 'Till nästa möte', onChoose: () => undefined }]}>Mer</Menu>
        </Buttons>
      </Panel>
      <Panel title="Att kopiera">
        <Copyable name="nyckeln" text="samordna/almby+05ea5cef+AVpnJzKZ" />
      </Panel>
      <Panel title="Besked">
        <Notice tone="info" title="Nästa möte är fullt">
          Frågan tas upp den 3 december.
        </Notice>
        <Notice tone="warning" title="Underlaget saknar ett svar" />
        <Notice tone="stop" title="Frågan kan inte skickas">
          Den innehåller ett personnummer.
        </Notice>
        <Notice tone="success" title="Frågan är skickad" />
      </Panel>
      <GalleryForm />
      <GalleryTable />
      <Panel title="Tillstånd">
        <p className="buttons">
          <StateTag tone="draft">Utkast</StateTag>
          <StateTag tone="waiting">Väntar på svar</StateTag>
          <StateTag tone="active">Pågår</StateTag>
          <StateTag tone="done">Avslutad</StateTag>
          <StateTag tone="late">Försenad</StateTag>
          <StateTag tone="stopped">Återtagen</StateTag>
        </p>
        <Apart>
          <Steps
            label="Frågans väg"
            current="placed"
            steps={[
              { id: 'sent', name: 'Skickad', note: '3 november' },
              { id: 'accepted', name: 'Mottagen' },
              { id: 'placed', name: 'Inlagd på möte' },
              { id: 'held', name: 'Hållen' },
            ]}
          />
        </Apart>
        <Apart>
          <SaveState saving={{ state: 'saved', at: OPENED_AT }} />
          <SaveState saving={{ state: 'saving' }} />
          <SaveState saving={{ state: 'failed', retry: () => undefined }} />
        </Apart>
        <Facts
          facts={[
            { name: 'Skickad', value: <DateText value="2026-11-03" /> },
            { name: 'Vad har ni prövat?', value: 'Anpassad skoldag.\nSamtal med kurator.' },
          ]}
        />
      </Panel>
      <Panel title="Flikar">
        <Tabs
          label="Frågan"
          tabs={[
            { id: 'a', name: 'Underlag', content: <EmptyState action={<Button>Lägg till</Button>} /> },
            { id: 'b', name: 'Råd och utfall', content: <p>Råd</p> },
          ]}
        />
      </Panel>
      <Panel>
        <BarList
          caption="Konsultationer efter tema 2026"
          head={{ label: 'Tema', value: 'Antal' }}
          bars={[
            { id: 'a', label: <a href="#a">Skolnärvaro</a>, value: 14 },
            { id: 'b', label: 'Psykisk ohälsa', value: 9 },
            { id: 'c', label: 'Neuropsykiatrisk funktionsnedsättning', value: 5 },
            { id: 'd', label: 'Våld', value: null, text: '1–4' },
          ]}
        />
      </Panel>
      <Panel>
        <SideBySide
          fields={[
            { name: 'Råd', mine: 'Skolan kartlägger frånvaron.', saved: 'Skolan och BUP kartlägger frånvaron.' },
          ]}
          savedBy="Anna Ek, i dag 13:42"
          onKeepMine={() => undefined}
          onTakeSaved={() => undefined}
        />
      </Panel>
    </>
  );
}

function Apart({ children }: { children: ReactNode }) {
  return <div className="buttons">{children}</div>;
}

function GalleryForm() {
  const form = useForm({ defaultValues: { question: '', themes: ['a'], risk: '', ageBand: '', title: 'Närvaro' } });
  const { problem, refuse } = useProblem(form);
  const [asking, setAsking] = useState(false);
  return (
    <Panel title="Formulär">
      <form className="form" noValidate onSubmit={(event) => event.preventDefault()}>
        <ErrorSummary problem={problem} />
        <TextField label="Rubrik" help="Några ord, utan namn." {...useField(form.control, 'title')} />
        <TextArea label="Fråga" maxLength={100} {...useField(form.control, 'question')} />
        <CheckboxGroup
          label="Teman"
          help="Välj ett till tre."
          columns
          choices={[
            { value: 'a', name: 'Skolnärvaro' },
            { value: 'b', name: 'Psykisk ohälsa', help: 'Oro, nedstämdhet, ätstörning' },
            { value: 'c', name: 'Neuropsykiatrisk funktionsnedsättning' },
          ]}
          {...useField(form.control, 'themes')}
        />
        <RadioGroup
          label="Är ett barn i fara nu?"
          choices={[
            { value: 'no', name: 'Nej' },
            { value: 'yes', name: 'Ja' },
          ]}
          {...useField(form.control, 'risk')}
        />
        <Select
          label="Ålder"
          optional
          choices={[
            { value: '6-9', name: '6–9 år' },
            { value: '10-12', name: '10–12 år' },
          ]}
          {...useField(form.control, 'ageBand')}
        />
        <Buttons>
          <Button kind="primary" onPress={() => refuse(REFUSED)}>
            Visa fel
          </Button>
          <Button kind="danger" onPress={() => setAsking(true)}>
            Ta bort
          </Button>
        </Buttons>
      </form>
      <ConfirmDialog
        title="Ta bort utkastet?"
        confirm="Ta bort utkastet"
        danger
        isOpen={asking}
        onConfirm={() => Promise.reject(REFUSED)}
        onClose={() => setAsking(false)}
      >
        <p>Det går inte att få tillbaka.</p>
      </ConfirmDialog>
    </Panel>
  );
}

const REFUSED = new Problem({
  type: 'about:blank',
  title: 'Frågan kan inte skickas ännu',
  status: 422,
  errors: [
    { field: 'question', message: 'Skriv vad ni vill ha hjälp med.' },
    { field: 'risk', message: 'Svara ja eller nej.' },
  ],
});

const ROWS = [
  { id: 'F-2026-014', question: 'Hur får vi till en hållbar skolvecka?', sent: '2026-11-19' },
  { id: 'F-2026-013', question: 'Vem håller i kontakten med familjen?', sent: '2026-11-03' },
];

function GalleryTable() {
  const [sort, setSort] = useState<Sort>({ by: 'sent', direction: 'desc' });
  const [changes, setChanges] = useState(3);
  const [page, setPage] = useState(2);
  return (
    <Panel title="Frågor" action={<LiveNotice count={changes} onShow={() => setChanges(0)} />}>
      <DataTable
        caption="Frågor"
        rows={ROWS}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={setSort}
        columns={[
          { id: 'id', name: 'Nummer', cell: ({ id }) => <Link to="/">{id}</Link>, sortable: true },
          { id: 'question', name: 'Fråga', cell: ({ question }) => question },
          { id: 'sent', name: 'Skickad', cell: ({ sent }) => <DateText value={sent} lead="words" />, sortable: true },
          { id: 'state', name: 'Läge', cell: () => <StateTag tone="waiting">Väntar på möte</StateTag> },
        ]}
      />
      <Pager page={page} limit={20} total={152} onPage={setPage} />
    </Panel>
  );
}
