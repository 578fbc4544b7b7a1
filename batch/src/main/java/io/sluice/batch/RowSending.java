package io.sluice.batch;

import io.sluice.batch.row.Row;
import io.sluice.limit.RateLimits;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.Run;
import io.sluice.pipeline.RunOptions;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Retries;
import io.sluice.stream.StreamOptions;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** Starts the runs of rows, and brings what becomes of them to the thread of the batch. */
final class RowSending {

  private static final int LONGEST_ATTRIBUTE = StreamOptions.LONGEST_ATTRIBUTE;

  private final Pipeline pipeline;
  private final Consumer<BatchRun.Task> thread;
  private final Function<Row, Map<String, String>> labels;
  private final String batch =
      String.format(Locale.ROOT, "%06x", ThreadLocalRandom.current().nextInt(1 << 24));

  /**
   * @param thread has a task done on the thread of the batch
   * @param labels what the run of a row is labelled with besides
   */
  RowSending(
      Pipeline pipeline,
      Consumer<BatchRun.Task> thread,
      Function<Row, Map<String, String>> labels) {
    this.pipeline = pipeline;
    this.thread = thread;
    this.labels = labels;
  }

  /**
   * Starts the run of a row.
   *
   * @return why the row cannot be expressed in the server's dialect; empty if it was sent
   */
  Optional<String> send(PendingRow row, Consumer<RateLimits> stated, Ended ended) {
    String id = batch + "-" + row.row().number() + "-" + row.sends();
    try {
      Run run = pipeline.start(row.request(), options(row, id, stated));
      row.run(run);
      run.result()
          .whenComplete((result, never) -> thread.accept(() -> ended.tell(row, id, result)));
      return Optional.empty();
    } catch (IllegalArgumentException inexpressible) {
      return Optional.of(String.valueOf(inexpressible.getMessage()));
    }
  }

  private RunOptions options(PendingRow row, String id, Consumer<RateLimits> stated) {
    RunOptions options =
        RunOptions.defaults()
            .id(id)
            .retries(Retries.none())
            .attribute("row", Long.toString(row.row().number()))
            .options(given -> given.toBuilder().onHead(head -> head(head, stated)).build());
    for (Map.Entry<String, String> label : labels.apply(row.row()).entrySet()) {
      options = options.attribute(label.getKey(), label.getValue());
    }
    String name = row.row().id();
    return name.length() <= LONGEST_ATTRIBUTE ? options.attribute("custom_id", name) : options;
  }

  private void head(ResponseHead head, Consumer<RateLimits> stated) {
    head.limits().ifPresent(limits -> thread.accept(() -> stated.accept(limits)));
  }

  /** Is told how the run of a row ended, on the thread of the batch. */
  @FunctionalInterface
  interface Ended {
    /** Takes the row, the id of its run, and the result. */
    void tell(PendingRow row, String id, PipelineResult result) throws IOException;
  }
}
