package io.sluice.cli.batch;

import io.sluice.batch.BatchObserver;
import io.sluice.batch.BatchProgress;
import io.sluice.batch.BatchStop;
import io.sluice.batch.BatchSummary;
import io.sluice.batch.InputReport;
import io.sluice.batch.result.RowResult;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.terminal.Notices;
import io.sluice.settings.PriceList;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a person is told of a batch: before it, meanwhile, and at its end. */
final class BatchReport implements BatchObserver, AutoCloseable {
  private final BatchOptions options;
  private final Notices notices;
  private final ProgressDisplay progress;
  private final RowExitCodes codes;
  private final Optional<TextFolder> texts;
  private final BatchWords words;
  private final BatchMeters meters = new BatchMeters();

  BatchReport(BatchOptions options, PriceList prices, Call call) throws IOException {
    this.options = options;
    this.notices = call.notices();
    this.progress = ProgressDisplay.of(options.progress(), call);
    this.codes = new RowExitCodes(options, call);
    this.texts =
        options.textFolder().isPresent()
            ? Optional.of(TextFolder.of(options.textFolder().get()))
            : Optional.empty();
    this.words = new BatchWords(prices);
  }

  /** Says what the input holds. */
  void checked(InputReport report) {
    notices.notice(words.input(report, options.rates().limits()));
    if (options.connection().dryRun() && report.firstUnusable().isPresent()) {
      notices.notice(report.unusable() + " unusable, the first: " + report.firstUnusable().get());
    }
  }

  @Override
  public void keeping(RowResult result) {
    texts.ifPresent(folder -> folder.write(result));
  }

  @Override
  public void ended(RowResult result) {
    codes.ended(result);
    meters.ended(result);
  }

  @Override
  public void progress(BatchProgress now) {
    progress.show(now);
    meters.progress(now);
  }

  /** The figures of the batch, which go on changing. */
  BatchMeters meters() {
    return meters;
  }

  @Override
  public void notice(String line) {
    notices.notice(line);
  }

  /** Says what the batch has come to, and returns its exit code. */
  ExitCode ended(BatchSummary summary) {
    progress.close();
    words.earlier(summary).ifPresent(notices::notice);
    List<String> lines = words.summary(summary);
    lines.forEach(notices::notice);
    if (summary.stop() != BatchStop.FINISHED) {
      String line = words.unfinished(summary, options);
      if (summary.stop() == BatchStop.ASKED || summary.stop() == BatchStop.ROWS) {
        notices.notice(line);
      } else {
        notices.error(line);
      }
    }
    return codes.of(summary);
  }

  @Override
  public void close() {
    progress.close();
  }
}
