import { type ReactNode, useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

interface TabsProps {
  label: string;
  tabs: { id: string; name: string; content: ReactNode }[];
  selected?: string;
  onSelect?: (id: string) => void;
}

/** In one row; where that is too narrow for all of them it scrolls, with the selected one in view. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      className="tabs"
      {...(selected !== undefined && { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList aria-label={label} className="tab-list">
        {tabs.map(({ id, name }) => (
          <Tab key={id} id={id} className="tab">
            {({ isSelected }) => <TabName name={name} isSelected={isSelected} />}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

function TabName({ name, isSelected }: { name: string; isSelected: boolean }) {
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const [tab, list] = [text.current?.closest<HTMLElement>('.tab'), text.current?.closest('.tab-list')];
    if (isSelected && tab && list) list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
  }, [isSelected]);
  return <span ref={text}>{name}</span>;
}
