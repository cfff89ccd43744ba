import { hash } from 'node:crypto';
import type { PageData } from '#shared/prerender.ts';
import type { Crew } from '#builder/crew/Crew.ts';
import type { Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import type { Screen } from './appParts.ts';
import { pageDocument } from './pageDocument.ts';
import { type PageFrame, pageFrame } from './pageFrame.ts';
import { type PageFacts, pageHead } from './pageHead.ts';

/** A page to be made. `origin` is what a report names: a post's file, else the address. */
export type PageJob = { readonly facts: PageFacts; readonly data: PageData; readonly origin?: string };

/** Screens rendered before, by what they were made of. */
export type Kept = {
  readonly of: (key: string) => string | undefined;
  readonly keep: (key: string, html: string) => void;
};

type MakerRun = {
  readonly appFolder: string;
  readonly site: Site;
  readonly render: Crew['render'];
  readonly report: Report;
};

/** Makes pages, several at once where several render them. */
export class PageMaker {
  readonly #run: MakerRun;
  readonly #frames = new Map<Screen, Promise<PageFrame>>();

  constructor(run: MakerRun) {
    this.#run = run;
  }

  /** A page's bytes; null, and a problem in the report, when the app does not render it. */
  async make(job: PageJob, kept?: Kept): Promise<Buffer | null> {
    const { facts, data } = job;
    const key = kept && hash('sha256', JSON.stringify([facts.address, data]));
    const html = (key && kept?.of(key)) ?? (await this.#render(job));
    if (html === null) return null;
    if (key) kept?.keep(key, html);
    const frame = await this.#frameOf(facts.screen);
    return pageDocument(frame, {
      head: pageHead(facts, this.#run.site),
      html,
      page: { address: facts.address, ...data },
    });
  }

  async #render({ facts, data, origin = facts.address }: PageJob): Promise<string | null> {
    const { render, report } = this.#run;
    const rendered = await render(facts.address, data);
    if (rendered.ok) return rendered.html;
    const found = `cannot be shown without script (${rendered.why})`;
    const remedy = 'It has no page of its own, and opens by the reader.';
    report.add({ kind: 'markup', file: origin, found, remedy });
    return null;
  }

  #frameOf(screen: Screen): Promise<PageFrame> {
    const { appFolder, site } = this.#run;
    const frame = this.#frames.get(screen) ?? pageFrame(appFolder, screen, site);
    this.#frames.set(screen, frame);
    return frame;
  }
}
