package io.sluice.batch;

import io.sluice.batch.input.RowReading;
import io.sluice.batch.input.RowSource;
import io.sluice.batch.input.RowSources;
import io.sluice.batch.journal.BatchJournal;
import io.sluice.batch.journal.InputState;
import io.sluice.batch.journal.OutputForm;
import io.sluice.batch.journal.SyncPolicy;
import io.sluice.batch.pace.BatchLimits;
import io.sluice.batch.pace.Concurrency;
import io.sluice.batch.result.ResultDetail;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.batch.result.RowResult;
import io.sluice.batch.row.Row;
import io.sluice.chat.Prices;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.queue.JobQueue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers many rows through one pipeline: so many at once, within limits, each until it has an
 * answer or an error that no further attempt would mend. A refusal because of rate limits is no
 * error: all rows wait, and the refused row goes first.
 *
 * <p>With {@link #state} the results are in a file as soon as they are there, and the same batch
 * goes on where an earlier one was stopped or killed. A row whose result is there is never asked
 * again. Of those that were under way when a process was killed, at most {@link #concurrency} rows
 * are asked again: no provider is known that would recognise them.
 *
 * <p>Immutable; each method returns a batch that differs in one thing. Memory is held for the rows
 * under way, and some 50 bytes for each row that was read. No row has a thread.
 */
public final class Batch {

  private final Pipeline pipeline;
  private final BatchSettings settings;

  private Batch(Pipeline pipeline, BatchSettings settings) {
    this.pipeline = pipeline;
    this.settings = settings;
  }

  /**
   * Returns a batch whose rows run through this pipeline, which needs a transport. Its own rule for
   * retries does not count. Eight rows at once, five retries, no files.
   */
  public static Batch of(Pipeline pipeline) {
    return new Batch(Objects.requireNonNull(pipeline, "pipeline"), new BatchSettings());
  }

  /** Returns this batch within these limits, beside those that the server states. */
  public Batch limits(BatchLimits limits) {
    return with(to -> to.limits = Objects.requireNonNull(limits, "limits"));
  }

  /**
   * Returns this batch with that many rows at once.
   *
   * @throws IllegalArgumentException in one line, if the number is below 1
   */
  public Batch concurrency(int rows) {
    Concurrency.of(rows);
    return with(to -> to.concurrency = () -> Concurrency.of(rows));
  }

  /** Returns this batch with as many rows at once as the server keeps up with, at most 256. */
  public Batch automaticConcurrency() {
    return with(to -> to.concurrency = Concurrency::automatic);
  }

  /**
   * Returns this batch with its results in a file. Until all are there the lines are in {@code
   * output.partial}, and what was sent is in {@code output.state}.
   */
  public Batch state(Path output) {
    return with(to -> to.output = Optional.of(output));
  }

  /** Returns this batch with another form of the output than lines in the order of their ends. */
  public Batch form(OutputForm form) {
    return with(to -> to.form = Objects.requireNonNull(form, "form"));
  }

  /** Returns this batch with its files forced to disk as that policy says; else once a second. */
  public Batch sync(SyncPolicy policy) {
    return with(to -> to.sync = Objects.requireNonNull(policy, "policy"));
  }

  /** Returns this batch with tokens counted by that meter, instead of reckoned by length. */
  public Batch meter(RowMeter meter) {
    return with(to -> to.meter = Objects.requireNonNull(meter, "meter"));
  }

  /** Returns this batch with prices by the name of the model, by which costs are reckoned. */
  public Batch prices(Function<String, Optional<Prices>> prices) {
    return with(to -> to.prices = Objects.requireNonNull(prices, "prices"));
  }

  /** Returns this batch with what that adds to the lines of results. */
  public Batch detail(ResultDetail detail) {
    return with(to -> to.detail = Objects.requireNonNull(detail, "detail"));
  }

  /**
   * Returns this batch with results as that makes them of the id of a run and its result, before
   * they are kept: for what stages made of an answer. It is called once for each run that ended.
   */
  public Batch shaping(BiFunction<String, PipelineResult, PipelineResult> shaping) {
    return with(to -> to.shaping = Objects.requireNonNull(shaping, "shaping"));
  }

  /** Returns this batch with one that is told what it does. */
  public Batch observer(BatchObserver observer) {
    return with(to -> to.observer = Objects.requireNonNull(observer, "observer"));
  }

  /** Returns this batch with what stops it. */
  public Batch control(BatchControl control) {
    return with(to -> to.control = Objects.requireNonNull(control, "control"));
  }

  /** Returns this batch with policies for rows that are not as they should be. */
  public Batch policies(RowPolicies policies) {
    return with(to -> to.policies = Objects.requireNonNull(policies, "policies"));
  }

  /**
   * Returns this batch reading the jobs of a queue that way. Without a format they are JSON
   * objects, each of the format that it looks like.
   */
  public Batch reading(RowReading reading) {
    return with(to -> to.reading = Objects.requireNonNull(reading, "reading"));
  }

  /** Returns this batch waiting for more jobs when its queue has none, until it is stopped. */
  public Batch following() {
    return with(to -> to.following = true);
  }

  /** Returns this batch, asking rows again whose earlier results are errors of these kinds. */
  public Batch again(Set<RowErrorKind> kinds) {
    return with(to -> to.again = Set.copyOf(kinds));
  }

  /** Returns this batch with what is known of its input, by which an earlier part is checked. */
  public Batch input(InputState input) {
    return with(to -> to.input = Objects.requireNonNull(input, "input"));
  }

  /** Returns this batch with settings that its state notes for people. They must hold no secret. */
  public Batch noted(Map<String, String> values) {
    return with(to -> to.noted = Map.copyOf(values));
  }

  /**
   * Returns this batch with the dialect and the address of the server, without secrets. They are
   * part of each fingerprint: with another server, the rows are others.
   */
  public Batch target(String server) {
    return with(to -> to.target = Objects.requireNonNull(server, "server"));
  }

  /**
   * Returns this batch with that many retries of a row after failures that may pass.
   *
   * @throws IllegalArgumentException in one line, if the number is negative
   */
  public Batch retries(int times) {
    if (times < 0) {
      throw new IllegalArgumentException("retries is " + times + "; use 0 or more");
    }
    return with(to -> to.retries = times);
  }

  /** Returns this batch without retries of answers that were truncated. */
  public Batch withoutRetriesOfTruncated() {
    return with(to -> to.retriesTruncated = false);
  }

  /**
   * Returns this batch with how long refusals for limits are borne without any answer; else an
   * hour.
   */
  public Batch patience(Duration time) {
    return with(to -> to.patience = Objects.requireNonNull(time, "time"));
  }

  /**
   * Returns this batch, ending before the row with which this run of it could cost more than that.
   * Earlier parts do not count. A model without a price is refused.
   */
  public Batch mostCost(BigDecimal cost) {
    return with(to -> to.mostCost = Optional.of(cost));
  }

  /** Returns this batch, ending when it has sent that many rows. */
  public Batch mostRows(long rows) {
    return with(to -> to.mostRows = rows);
  }

  /**
   * Takes the files of the batch, so that its input can be checked before anything is sent.
   *
   * @throws IOException in one line for people, if the files cannot be used or another process has
   *     them
   */
  public PreparedBatch prepare() throws IOException {
    Optional<BatchJournal> journal = Optional.empty();
    if (settings.output.isPresent()) {
      journal =
          Optional.of(BatchJournal.open(settings.output.get(), settings.form, settings.again));
    }
    return new PreparedBatch(pipeline, settings, journal);
  }

  /**
   * Answers these rows. Blocks until the batch ends; an interrupt stops it.
   *
   * @throws IOException in one line for people, if the files cannot be used, or rows are refused
   */
  public BatchSummary run(Iterable<Row> rows) throws IOException {
    try (PreparedBatch prepared = prepare();
        RowSource source = RowSources.of(rows)) {
      return prepared.run(source);
    }
  }

  /**
   * Answers the jobs of a queue until it has none, or with {@link #following} until the batch is
   * stopped. Blocks; an interrupt stops it. Only as many jobs are taken as are asked at once. A job
   * is settled as soon as its result is kept, and one that cannot be asked becomes an error row,
   * whatever the policies. Jobs without a result are released at the end. Ids may come again: a job
   * is not asked if the output or the queue has the result of the same request.
   *
   * @param queue left open
   * @throws IllegalArgumentException in one line, before anything is taken, if both the queue and
   *     the output would keep the results, or jobs cannot be read as {@link #reading} says
   * @throws IOException in one line for people, if the files cannot be used, or the queue breaks
   */
  public BatchSummary run(JobQueue queue) throws IOException {
    try (PreparedBatch prepared = prepare()) {
      return prepared.run(queue);
    }
  }

  /**
   * Returns the results of these rows as a publisher for one subscriber. The batch begins with the
   * subscription, on a thread of its own, and sends no more rows while the subscriber does not ask
   * for results. Cancelling stops it. An exception of {@link #run} ends the publisher.
   */
  public Flow.Publisher<RowResult> publisher(Iterable<Row> rows) {
    return new ResultPublisher(this, settings.observer, rows);
  }

  private Batch with(Consumer<BatchSettings> change) {
    return new Batch(pipeline, settings.with(change));
  }
}
