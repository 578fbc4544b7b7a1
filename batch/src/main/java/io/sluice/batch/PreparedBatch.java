package io.sluice.batch;

import io.sluice.batch.input.RowSource;
import io.sluice.batch.journal.BatchJournal;
import io.sluice.batch.journal.InputState;
import io.sluice.batch.row.RowTable;
import io.sluice.pipeline.Pipeline;
import io.sluice.queue.JobQueue;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * A batch that has its files to itself and has sent nothing yet. To be closed after its run.
 * Mutable; for one thread.
 */
public final class PreparedBatch implements Closeable {

  private final Pipeline pipeline;
  private final BatchSettings settings;
  private final Optional<BatchJournal> journal;
  private final RowTable rows;
  private Optional<InputReport> report = Optional.empty();

  PreparedBatch(Pipeline pipeline, BatchSettings settings, Optional<BatchJournal> journal) {
    this.pipeline = pipeline;
    this.settings = settings;
    this.journal = journal;
    this.rows = journal.map(BatchJournal::rows).orElseGet(RowTable::new);
  }

  /** The input of the earlier part that this batch goes on with; empty if there was none. */
  public Optional<InputState> earlierInput() {
    return journal.flatMap(BatchJournal::input);
  }

  /**
   * Reads the whole input and sends nothing: ids, requests, tokens, and whether rows of an earlier
   * part have changed.
   *
   * @throws RefusedRowsException in one line, for the first row for which the input is refused
   * @throws IOException in one line, if the input cannot be read
   */
  public InputReport check(RowSource source) throws IOException {
    InputReport found = new InputCheck(settings, rows).read(source);
    report = Optional.of(found);
    return found;
  }

  /**
   * Answers the rows. Blocks until the batch ends; an interrupt stops it. May be called once.
   *
   * @throws IOException in one line for people, if the files cannot be used, or rows are refused
   */
  public BatchSummary run(RowSource source) throws IOException {
    return run(source, Optional.empty());
  }

  /**
   * Answers the jobs of a queue, as {@link Batch#run(JobQueue)} does. May be called once.
   *
   * @throws IllegalArgumentException as there
   * @throws IOException as there
   */
  public BatchSummary run(JobQueue queue) throws IOException {
    if (journal.isPresent() && queue.keepsResults()) {
      throw new IllegalArgumentException(
          "the queue keeps the results of its jobs, and so would the output; leave out one of"
              + " them");
    }
    try (var jobs = new QueuedRows(queue, settings.reading, settings.following)) {
      return run(jobs, Optional.of(jobs));
    }
  }

  private BatchSummary run(RowSource source, Optional<QueuedRows> queued) throws IOException {
    if (journal.isPresent()) {
      journal.get().begin(settings.input, settings.noted);
    }
    return new BatchRun(pipeline, settings, journal, rows, source, queued, report).run();
  }

  @Override
  public void close() throws IOException {
    if (journal.isPresent()) {
      journal.get().close();
    }
  }
}
