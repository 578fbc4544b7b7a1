package io.sluice.cli.log;

import io.sluice.cli.command.Call;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.sinks.sqlite.ArchivedRun;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints kept runs, a line each, until enough are printed. Mutable; for one listing. */
final class RunLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final int MODEL = 20;
  private static final int EXCERPT = 60;

  private final ListOptions options;
  private final Call call;
  private int seen;

  RunLines(ListOptions options, Call call) {
    this.options = options;
    this.call = call;
  }

  void print(ArchivedRun run, String excerpt) throws IOException {
    seen++;
    if (seen <= options.limit()) {
      String line = options.json() ? RunJson.of(run, excerpt) : line(run, excerpt);
      call.streams().out().print(line + "\n");
    }
  }

  /** Says whether there was nothing, or more. */
  void end() {
    if (seen == 0) {
      call.notices().notice("no answer that was kept is like that");
    } else if (seen > options.limit()) {
      String all = FlagKey.LIMIT.flag() + " 0";
      call.notices()
          .notice("there are more than these " + options.limit() + "; " + all + " shows all");
    }
  }

  private static String line(ArchivedRun run, String excerpt) {
    String line =
        String.format(
            Locale.ROOT,
            "%-22s  %-16s  %-10s  %-" + MODEL + "s  %s",
            TerminalText.of(run.id()),
            run.open().started().map(RunLines::local).orElse(""),
            run.status(),
            cut(run.model(), MODEL),
            cut(excerpt, EXCERPT));
    return line.stripTrailing();
  }

  private static String local(Instant moment) {
    return TIME.format(moment.atZone(ZoneId.systemDefault()));
  }

  private static String cut(String text, int longest) {
    String line = TerminalText.of(text);
    int points = line.codePointCount(0, line.length());
    return points > longest
        ? line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…"
        : line;
  }
}
