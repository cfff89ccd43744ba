/** What `broadsheet --help` prints. */
export const USAGE = `broadsheet: a folder of Jekyll posts becomes a news reader

  broadsheet publish <jekyll-folder> <out>   write the site to <out>
  broadsheet serve <out>                     preview a published site
  broadsheet inspect <jekyll-folder>         what Jekyll would publish, one JSON line a post
  broadsheet verify <out>                    check every reference and hash of a published site

  publish   --base /path/      where the site lies on its host (over baseurl)
            --future           publish posts dated in the future
            --strict           exit 1 when there is any problem
            --report <file>    write problems, skipped files and figures as JSON
  serve     --port 4173        0 takes any free port
            --base /path/      as it was published
  inspect   --article          what each article step found, to check the rules of _config.yml
            --skipped <file>   write what Jekyll would leave out, and why, as JSON

Exit codes: 0 done (problems are listed), 1 problems under --strict or a failed verify,
2 wrong usage, 3 cannot write, 70 a fault of Broadsheet's own.
`;

/** The command line cannot be understood, or names folders that cannot be used. */
export class UsageError extends Error {}
