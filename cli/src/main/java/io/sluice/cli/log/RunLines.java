package io.sluice.cli.log;

import io.sluice.cli.archive.ShortIds;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.sinks.sqlite.Archive;
import io.sluice.sinks.sqlite.ArchivedRun;
import io.sluice.sinks.sqlite.RunQuery;
import java.io.IOException;
import java.time.Instant;

/** Prints kept runs, a line each, until enough are printed. Mutable; for one listing. */
final class RunLines {
  private static final int ID = 6;
  private static final int WHOLE_ID = 22;
  private static final int STATUS = 10;

  private final ListOptions options;
  private final Call call;
  private final ListLines lines;
  private final Excerpt shown;
  private final Instant now = Instant.now();
  private int seen;

  RunLines(ListOptions options, Excerpt shown, Call call) {
    this.shown = shown;
    this.options = options;
    this.call = call;
    this.lines = ListLines.of(call);
  }

  /** Prints what is found, and says whether there was nothing, or more. */
  ExitCode print(Finding finding) throws IOException {
    options.print(
        (archive, ids, out) ->
            finding.find(archive, options.query(), (run, excerpt) -> print(run, excerpt, ids, out)),
        call);
    options.tell(seen, "no answer that was kept is like that", call);
    return ExitCode.COMPLETED;
  }

  private void print(ArchivedRun run, String excerpt, ShortIds ids, StandardOutput out)
      throws IOException {
    seen++;
    if (seen <= options.limit()) {
      out.print(options.json() ? RunJson.of(run, excerpt) + "\n" : line(run, excerpt, ids));
    }
  }

  private String line(ArchivedRun run, String excerpt, ShortIds ids) {
    String id =
        lines.fitted()
            ? ListLines.name(ids.shortened(run.id()), ID)
            : ListLines.name(run.id(), WHOLE_ID);
    String[] columns = {
      id,
      run.open().started().map(moment -> lines.time(moment, now)).orElse(""),
      lines.column(run.status(), STATUS),
      lines.column(run.model(), lines.share(5, 8, 20))
    };
    return shown == Excerpt.PASSAGE
        ? lines.lineWith('[', excerpt, columns)
        : lines.line(excerpt, columns);
  }

  /** What is told of the text of a run. */
  enum Excerpt {
    /** The beginning of the text. */
    BEGINNING,
    /** The passage that was found, with brackets around the words. */
    PASSAGE
  }

  /** Finds runs in an archive. */
  @FunctionalInterface
  interface Finding {
    void find(Archive archive, RunQuery query, Archive.Visitor visitor) throws IOException;
  }
}
