package io.sluice.batch;

import io.sluice.batch.result.RowResult;
import io.sluice.batch.row.Row;
import io.sluice.thread.DaemonThreads;
import java.io.IOException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a batch for one subscriber, no faster than that asks for results. */
final class ResultPublisher implements Flow.Publisher<RowResult> {

  private static final int WAITING = 16;

  private final Batch batch;
  private final BatchObserver observer;
  private final Iterable<Row> rows;
  private final AtomicBoolean subscribed = new AtomicBoolean();

  ResultPublisher(Batch batch, BatchObserver observer, Iterable<Row> rows) {
    this.batch = batch;
    this.observer = observer;
    this.rows = rows;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super RowResult> subscriber) {
    var results = new SubmissionPublisher<RowResult>(Runnable::run, WAITING);
    if (!subscribed.compareAndSet(false, true)) {
      results.subscribe(subscriber);
      results.closeExceptionally(
          new IllegalStateException("a batch has one subscriber; make another for more"));
      return;
    }
    var control = new BatchControl();
    results.subscribe(subscriber);
    Batch published = batch.control(control).observer(new Submitting(results, control));
    DaemonThreads.named("sluice-batch").newThread(() -> run(published, results)).start();
  }

  private void run(Batch published, SubmissionPublisher<RowResult> results) {
    try {
      published.run(rows);
      results.close();
    } catch (IOException | RuntimeException refused) {
      results.closeExceptionally(refused);
    }
  }

  /** Passes each result on, and all else to the batch's own observer. */
  private final class Submitting implements BatchObserver {
    private final SubmissionPublisher<RowResult> results;
    private final BatchControl control;

    Submitting(SubmissionPublisher<RowResult> results, BatchControl control) {
      this.results = results;
      this.control = control;
    }

    @Override
    public void keeping(RowResult result) {
      observer.keeping(result);
    }

    @Override
    public void ended(RowResult result) {
      observer.ended(result);
      if (results.hasSubscribers()) {
        results.submit(result);
      } else {
        control.stop();
      }
    }

    @Override
    public void progress(BatchProgress progress) {
      observer.progress(progress);
    }

    @Override
    public void notice(String line) {
      observer.notice(line);
    }
  }
}
