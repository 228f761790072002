/** `Menu` and `MenuItem`: what main put into its menus, for a test to click. */
import { loud } from './loud.ts';

export interface MenuItemOptions {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio';
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly registerAccelerator?: boolean;
  readonly acceleratorWorksWhenHidden?: boolean;
  readonly toolTip?: string;
  readonly submenu?: readonly MenuItemOptions[] | Menu;
  readonly click?: (item: MenuItem, window: unknown, event: object) => void;
}

const known = new Set(['id', 'label', 'role', 'type', 'accelerator', 'enabled', 'visible', 'checked', 'registerAccelerator', 'acceleratorWorksWhenHidden', 'toolTip', 'submenu', 'click']);

export class MenuItem {
  readonly options: MenuItemOptions;
  readonly submenu: Menu | null;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemOptions) {
    const strange = Object.keys(options).filter((name) => !known.has(name));
    if (strange.length > 0) throw new Error(`the stand-in for electron knows no menu item with ${strange.join(', ')}`);
    this.options = options;
    this.submenu = options.submenu === undefined ? null : options.submenu instanceof Menu ? options.submenu : Menu.buildFromTemplate(options.submenu);
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
  }

  get id(): string { return this.options.id ?? ''; }
  get label(): string { return this.options.label ?? ''; }
  get role(): string | undefined { return this.options.role; }
  get type(): string { return this.options.type ?? (this.submenu === null ? 'normal' : 'submenu'); }
  get accelerator(): string | undefined { return this.options.accelerator; }

  /** As the person does. A role is the engine's and cannot be clicked here. */
  click(window: unknown = null): void {
    if (!this.enabled || !this.visible) throw new Error(`„${this.label}“ cannot be clicked`);
    if (this.options.click === undefined) throw new Error(`„${this.label}“ ${this.role === undefined ? 'does nothing' : `is the role ${this.role} of the engine`}`);
    this.options.click(this, window, { triggeredByAccelerator: false });
  }
}

export class Menu {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (MenuItemOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  insert(at: number, item: MenuItem): void {
    this.items.splice(at, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found !== null) return found;
    }
    return null;
  }

  /** The entry under its labels: `find('Datei', 'Neuer Fall')`. */
  find(...labels: readonly string[]): MenuItem {
    const [label = '', ...rest] = labels;
    const item = this.items.find((one) => one.label === label);
    if (item === undefined) throw new Error(`no „${label}“ among ${this.items.map((one) => one.label).join(', ')}`);
    return rest.length === 0 ? item : (item.submenu ?? new Menu()).find(...rest);
  }
}

/** Of one program. */
export function menus() {
  /** `popped`: context menus that were opened, newest last. */
  const state: { application: Menu | null; readonly popped: Menu[] } = { application: null, popped: [] };
  class ProgramMenu extends Menu {
    static override buildFromTemplate(template: readonly (MenuItemOptions | MenuItem)[]): ProgramMenu {
      const menu = new ProgramMenu();
      for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
      return loud('Menu', menu);
    }

    static setApplicationMenu(menu: Menu | null): void {
      state.application = menu;
    }

    static getApplicationMenu(): Menu | null {
      return state.application;
    }

    popup(_options?: object): void {
      state.popped.push(this);
    }
  }
  return { Menu: loud('Menu', ProgramMenu), state };
}
