import { useAgreement } from '../agreement/use-agreement.ts';
import { ageText } from '../children/child-words.ts';
import { DateText } from '../kit/date-text.tsx';
import { dateText, today } from '../kit/date-words.ts';
import { Facts } from '../kit/panel.tsx';
import type { Copy } from './disclosure.ts';

/** Who a copy is about, as far as its recipient may know. */
export function childLine({ child: { name, birthDate, initials, age } }: Copy): string {
  return name && birthDate ? `${name}, född ${dateText(birthDate)}` : `${initials}, ${ageText(age)}`;
}

interface CopyTextProps {
  copy: Copy;
  /** The level that follows what stands above it on the page. */
  heading: 'h2' | 'h3';
}

/** One copy as it was written out, and what it rests on. */
export function CopyText({ copy: { at, basis, sections }, heading: Heading }: CopyTextProps) {
  return (
    <div className="copy">
      <p className="soft">
        Utlämnat <DateText value={at} time />. <Basis basis={basis} />
      </p>
      {sections.map(({ heading, paragraphs = [], rows = [] }) => (
        <section key={heading}>
          <Heading>{heading}</Heading>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} className="written">
              {paragraph}
            </p>
          ))}
          {rows.length > 0 && <Facts facts={rows.map(({ label, text }) => ({ name: label, value: text }))} />}
        </section>
      ))}
    </div>
  );
}

function Basis({ basis: { by, validTo, ground } }: { basis: Copy['basis'] }) {
  const { content } = useAgreement();
  if (by === 'GROUND')
    return <>{content?.sip.disclosureGrounds.find(({ code }) => code === ground)?.name ?? 'Annan grund'}.</>;
  if (!validTo) return null;
  if (validTo < today())
    return <>Familjens samtycke gällde till och med {dateText(validTo)}. Inget mer lämnas ut på det.</>;
  return <>Familjens samtycke gällde då till och med {dateText(validTo)}.</>;
}
