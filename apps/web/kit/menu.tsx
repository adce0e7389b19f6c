import type { ReactNode } from 'react';
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';

interface MenuProps {
  /** What the button shows. */
  children: ReactNode;
  className?: string;
  items: { id: string; name: string; help?: string; icon?: IconName; onChoose: () => void }[];
}

export function Menu({ children, className = 'button secondary', items }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className={className}>
        {children}
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <AriaMenu className="menu" items={items} onAction={(key) => items.find(({ id }) => id === key)?.onChoose()}>
          {(item) => (
            <MenuItem id={item.id} textValue={item.name} className="menu-item">
              {item.icon && <Icon name={item.icon} />}
              <span>
                <span className="menu-name">{item.name}</span>
                {item.help && <span className="menu-help">{item.help}</span>}
              </span>
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
