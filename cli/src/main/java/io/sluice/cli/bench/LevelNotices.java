package io.sluice.cli.bench;

import io.sluice.bench.load.LoadLevel;
import io.sluice.bench.report.LevelReport;
import io.sluice.bench.run.Bench;
import io.sluice.bench.run.LevelRun;
import io.sluice.cli.terminal.Notices;
import java.util.Locale;

/** Says on stderr how far a benchmark is, and tells the records which level it is in. */
final class LevelNotices implements Bench.Watcher {
  private final Notices notices;
  private final RecordLines records;
  private final LevelDisplay display;

  LevelNotices(Notices notices, RecordLines records, LevelDisplay display) {
    this.notices = notices;
    this.records = records;
    this.display = display;
  }

  @Override
  public void begins(LoadLevel level, int round, LevelRun run) {
    records.begin(level.label(), round);
    display.begins(level, round, run);
  }

  @Override
  public void ended(LevelReport report) {
    display.ended(report);
    notices.notice(
        String.format(
            Locale.ROOT,
            "%s: %d answers, %.1f tokens/s%s",
            report.label(),
            report.counts().completed(),
            report.outputRate(),
            report.isValid() ? "" : ", void"));
  }
}
