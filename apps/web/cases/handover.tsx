import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { answer, api } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { useField } from '../kit/field.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { useActing } from '../shell/acting.ts';
import { caseKey, caseSteps, type SipCase, useCaseStep } from './case.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useCaseDialog } from './case-dialog.ts';

/** An offer to take over that waits for its answer. Until then the case is where it was. */
export function HandoverNotice({ sipCase }: { sipCase: SipCase }) {
  const offer = sipCase.roles.find(({ role, state }) => role === 'COORDINATOR' && state === 'OFFERED');
  const lapsed = sipCase.roles.find(({ role, state }) => role === 'COORDINATOR' && state === 'LAPSED');
  const isMine = sipCase.coordinator.id === useActing().id;
  const takeOver = useCaseStep(sipCase.id, () => caseSteps(sipCase).takeOver());
  const accept = useCaseStep(sipCase.id, () => caseSteps(sipCase).acceptHandover());
  const decline = useCaseStep(sipCase.id, () => caseSteps(sipCase).declineHandover());
  const takeBack = useCaseStep(sipCase.id, () => caseSteps(sipCase).takeBackHandover());
  const refused = takeOver.error ?? accept.error ?? decline.error ?? takeBack.error;
  const problem = refused && asProblem(refused);
  return (
    <>
      {problem && (
        <Notice tone="stop" title={problem.title}>
          {problem.detail}
        </Notice>
      )}
      {sipCase.coordinator.hasLeft && sipCase.steps.includes('change') && (
        <Notice tone="warning" title="Ärendet saknar samordnare">
          <p>{sipCase.coordinator.name} har slutat som samordnare på enheten.</p>
          <Buttons>
            <Button kind="primary" pending={takeOver.isPending} onPress={() => takeOver.mutate()}>
              Ta över ärendet
            </Button>
          </Buttons>
        </Notice>
      )}
      {lapsed && isMine && sipCase.steps.includes('change') && (
        <Notice tone="warning" title={`Erbjudandet till ${lapsed.name} gäller inte längre`}>
          <p>
            Kollegan fick inte längre öppna barnets uppgifter, och då upphörde erbjudandet. Du är fortfarande
            samordnare. Ska kollegan ändå ta över? Namnge hen på barnets sida först, och erbjud igen.
          </p>
          <Buttons>
            <Button pending={takeBack.isPending} onPress={() => takeBack.mutate()}>
              Ta bort erbjudandet
            </Button>
          </Buttons>
        </Notice>
      )}
      {offer && !sipCase.coordinator.hasLeft && (
        <Notice
          tone="info"
          title={
            offer.mine
              ? `${sipCase.coordinator.name} erbjuder dig att ta över ärendet`
              : `${offer.name} är erbjuden att ta över ärendet`
          }
        >
          {offer.note && <p className="written">{offer.note}</p>}
          <p>
            {offer.mine
              ? 'Tackar du ja är du samordnare från nu.'
              : `Tills svaret kommer är ${sipCase.coordinator.name} samordnare.`}
          </p>
          {offer.mine && (
            <Buttons>
              <Button kind="primary" pending={accept.isPending} onPress={() => accept.mutate()}>
                Ta över ärendet
              </Button>
              <Button pending={decline.isPending} onPress={() => decline.mutate()}>
                Tacka nej
              </Button>
            </Buttons>
          )}
          {isMine && !offer.mine && (
            <Buttons>
              <Button pending={takeBack.isPending} onPress={() => takeBack.mutate()}>
                Ta tillbaka erbjudandet
              </Button>
            </Buttons>
          )}
        </Notice>
      )}
    </>
  );
}

interface HandoverDialogProps {
  sipCase: SipCase;
  isOpen: boolean;
  onClose: () => void;
}

/** Offers the case to a colleague; it is theirs when they have said yes. */
export function HandoverDialog({ sipCase, isOpen, onClose }: HandoverDialogProps) {
  const form = useForm({ defaultValues: { assignmentId: '', note: '' } });
  const dialog = useCaseDialog(
    sipCase.id,
    form,
    ({ assignmentId, note }) => caseSteps(sipCase).offerHandover({ assignmentId, ...(note && { note }) }),
    onClose,
  );
  const assignmentId = useField(form.control, 'assignmentId', 'Välj en kollega.');
  const note = useField(form.control, 'note');
  const receivers = useQuery({
    queryKey: [...caseKey(sipCase.id), 'receivers'],
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/receivers', { params: { path: { id: sipCase.id } } })),
    enabled: isOpen,
  });
  return (
    <FormDialog title="Lämna över ärendet" confirm="Erbjud" isOpen={isOpen} onClose={onClose} dialog={dialog}>
      <p>Du är samordnare tills kollegan har tackat ja.</p>
      <Loaded query={receivers}>
        {({ receivers: colleagues }) =>
          colleagues.length === 0 ? (
            <EmptyState title="Ingen att lämna över till">
              Det finns ingen annan SIP-samordnare på enheten. Administratören kan lägga till en.
            </EmptyState>
          ) : (
            <RadioGroup
              label="Till vem?"
              choices={colleagues.map(({ id, name, mayOpen }) => ({
                value: id,
                name,
                ...(!mayOpen && { help: 'Får inte öppna barnets uppgifter. Namnge kollegan på barnets sida först.' }),
              }))}
              {...assignmentId}
            />
          )
        }
      </Loaded>
      <TextArea label="Hälsning" help="Kollegan läser den." rows={3} maxLength={500} optional {...note} />
    </FormDialog>
  );
}
