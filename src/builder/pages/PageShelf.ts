import type { Address } from '#shared/post.ts';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import type { SiteWriter } from '#builder/files/SiteWriter.ts';
import { foldersOf } from '#builder/files/removeFile.ts';
import { type Beside, pageFile } from './pageFile.ts';

/** The site's files as far as pages must know of them: which pages there are, and what is in the way of one. */
export class PageShelf implements Beside {
  readonly #writer: SiteWriter;
  readonly #files: ReadonlySet<string>;
  readonly #folders: ReadonlySet<string>;
  /** Addresses whose pages found another file in their way. */
  readonly blocked = new Set<Address>();

  constructor(writer: SiteWriter) {
    this.#writer = writer;
    this.#files = new Set(writer.beside);
    this.#folders = new Set([...this.#files].flatMap(foldersOf));
  }

  readonly isFile = (path: string): boolean => this.#files.has(path);
  readonly isFolder = (path: string): boolean => this.#folders.has(path);

  /** Whether a file lies where another's folder must be. */
  get hasConflict(): boolean {
    for (const path of this.#files) if (this.#folders.has(path)) return true;
    return false;
  }

  /** Whether an address has no page and could have one, or has one and must not. */
  isAmiss(address: Address): boolean {
    const [own, free] = [pageFile(address), pageFile(address, this)];
    return own !== null && (free === null || !this.#files.has(free));
  }

  /** Whether there can be a page for an address. */
  hasPlace(address: Address): boolean {
    return pageFile(address, this) !== null;
  }

  /** Puts a page where there can be one. Without one, that which is there goes. Throws `DamagedSiteError` where it is gone already. */
  put(address: Address, page: Buffer | null): void {
    const path = pageFile(address, this);
    if (path !== null && page !== null) {
      this.#expect(path);
      this.#writer.put(path, page);
    } else this.remove(address);
    if (path === null && pageFile(address) !== null) this.blocked.add(address);
  }

  /** Takes an address's page away, if it has one. Throws like `put`. */
  remove(address: Address): void {
    const path = pageFile(address);
    if (path === null || !this.#files.has(path)) return;
    this.#expect(path);
    this.#writer.remove(path);
  }

  /** What a page held counts in the generation, and is not known of one that somebody removed. */
  #expect(path: string): void {
    if (this.#files.has(path) && this.#writer.readBefore(path) === null)
      throw new DamagedSiteError(`${path} is missing`);
  }
}
