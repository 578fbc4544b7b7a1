package io.sluice.cli.batch;

import io.sluice.batch.Batch;
import io.sluice.batch.BatchSummary;
import io.sluice.batch.PreparedBatch;
import io.sluice.batch.input.RowReading;
import io.sluice.batch.journal.JournalException;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.queue.JobQueue;
import java.io.IOException;

/** Answers the rows of a queue. To be closed after the batch. */
final class QueueInput implements AutoCloseable {
  private final QueueOptions options;
  private final JobQueue queue;

  /**
   * @param queue opened for this, and closed by it
   */
  QueueInput(QueueOptions options, JobQueue queue) {
    this.options = options;
    this.queue = queue;
  }

  /**
   * Answers what the queue holds, and closes it, so that the results are where they belong when
   * this returns.
   *
   * @param batch with all but the way in which jobs are read
   * @throws UsageException in one line, if nothing can be taken
   */
  BatchSummary answered(Batch batch, RowReading reading, ResultOptions results) throws IOException {
    if (results.output().isEmpty() && !queue.keepsResults()) {
      throw new UsageException(
          "the queue keeps no results; name a file with "
              + FlagKey.OUTPUT.flag()
              + ", or a place for them in "
              + FlagKey.FROM.flag());
    }
    Batch read = results.applyTo(batch).reading(reading);
    try (PreparedBatch prepared = (options.isFollowed() ? read.following() : read).prepare()) {
      BatchSummary summary = run(prepared);
      queue.close();
      return summary;
    }
  }

  private BatchSummary run(PreparedBatch prepared) throws IOException {
    try {
      return prepared.run(queue);
    } catch (IllegalArgumentException refused) {
      throw UsageException.of(refused);
    } catch (JournalException broken) {
      throw new IOException(String.valueOf(broken.getMessage()), broken);
    }
  }

  @Override
  public void close() throws IOException {
    queue.close();
  }
}
