package io.sluice.batch;

import io.sluice.batch.input.RowSource;
import io.sluice.batch.row.Row;
import io.sluice.batch.row.RowFingerprint;
import io.sluice.chat.ChatRequest;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Reads rows on a thread of its own, so that a slow pipe keeps no answer waiting, and no more of
 * them than were allowed. Counting prompts is done here, too.
 */
final class RowFeed {

  private final RowSource rows;
  private final RowMeter meter;
  private final String target;
  private final Consumer<Fed> receiver;
  private final Semaphore room = new Semaphore(0);
  private volatile boolean stopped;
  private long allowed;

  /**
   * @param receiver told each row, and the end; on the thread of the feed
   */
  RowFeed(RowSource rows, RowMeter meter, String target, Consumer<Fed> receiver) {
    this.rows = rows;
    this.meter = meter;
    this.target = target;
    this.receiver = receiver;
  }

  void start() {
    Thread thread = new Thread(this::read, "sluice-batch-rows");
    thread.setDaemon(true);
    thread.start();
  }

  /** Lets rows be read until there were so many in all. To be called by one thread. */
  void allow(long rows) {
    if (rows > allowed) {
      room.release((int) (rows - allowed));
      allowed = rows;
    }
  }

  /** No more rows are wanted. Does not wait for a read that is under way. */
  void stop() {
    stopped = true;
    room.release();
  }

  private void read() {
    try {
      Optional<Row> row = Optional.empty();
      do {
        room.acquire();
        if (stopped) {
          return;
        }
        row = rows.next();
        receiver.accept(row.map(this::fed).orElseGet(Fed::end));
      } while (row.isPresent());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (Throwable broken) {
      receiver.accept(Fed.broken(broken));
    }
  }

  private Fed fed(Row row) {
    if (row.request().isEmpty()) {
      return new Fed(Optional.of(row), Optional.empty(), Optional.empty());
    }
    ChatRequest request = row.request().get();
    var pending =
        new PendingRow(row, request, RowFingerprint.of(request, target), meter.prompt(request));
    return new Fed(Optional.of(row), Optional.of(pending), Optional.empty());
  }

  /**
   * What was read.
   *
   * @param row the row; empty at the end
   * @param pending the row, ready to be sent; empty if it cannot be asked
   * @param broken why there is no more, if the input broke
   */
  record Fed(Optional<Row> row, Optional<PendingRow> pending, Optional<Throwable> broken) {
    static Fed end() {
      return new Fed(Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Fed broken(Throwable why) {
      return new Fed(Optional.empty(), Optional.empty(), Optional.of(why));
    }
  }
}
