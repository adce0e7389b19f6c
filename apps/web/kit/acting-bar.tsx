import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';

interface ActingAs {
  id: string;
  roleName: string;
  unit: string;
}

interface ActingBarProps {
  person: string;
  acting: ActingAs;
  others: ActingAs[];
  onSwitch: (assignmentId: string) => void;
  onAccount: () => void;
  onSignOut: () => void;
}

/** Who I am and as what, always in sight, because every act is logged as done in that one assignment. */
export function ActingBar({ person, acting, others, onSwitch, onAccount, onSignOut }: ActingBarProps) {
  const switches = others.map(({ id, roleName, unit }) => ({
    id,
    name: `Byt till ${roleName}`,
    help: unit,
    icon: 'swap' as const,
    onChoose: () => onSwitch(id),
  }));
  return (
    <div className="acting-bar">
      <Menu
        className="acting-button"
        items={[
          ...switches,
          { id: 'account', name: 'Mitt konto', help: 'Byt lösenord', icon: 'person', onChoose: onAccount },
          { id: 'sign-out', name: 'Logga ut', icon: 'leave', onChoose: onSignOut },
        ]}
      >
        <Icon name="person" />
        <span className="acting-text">
          <span className="acting-person">
            <span className="visually-hidden">Du är inloggad som </span>
            {person}
          </span>
          <span className="acting-role">
            {acting.roleName}, {acting.unit}
          </span>
        </span>
      </Menu>
    </div>
  );
}
