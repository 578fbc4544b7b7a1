package io.sluice.stream;

import io.sluice.chat.Completion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a stream ended, with everything that came until then. Immutable; two are equal if all they
 * say is.
 *
 * <p>Streams make outcomes. Tests of sinks, and what reads records of runs, make them by {@link
 * #builder}.
 */
public final class Outcome {

  private final Status status;
  private final Completion completion;
  private final long chunks;
  private final Timing timing;
  private final List<Irregularity> irregularities;
  private final Optional<Failure> failure;
  private final Optional<ResponseHead> head;

  private Outcome(Builder builder) {
    this.status = builder.status;
    this.completion = builder.completion;
    this.chunks = builder.chunks;
    this.timing = builder.timing;
    this.irregularities = builder.irregularities;
    this.failure = builder.failure;
    this.head = builder.head;
  }

  /** Starts the outcome of a stream that ended so, of which nothing has come. */
  public static Builder builder(Status status) {
    return new Builder(status);
  }

  /** A builder that begins with all that this outcome says. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The status: how the stream ended. */
  public Status status() {
    return status;
  }

  /** The fold of exactly the chunks that were delivered. */
  public Completion completion() {
    return completion;
  }

  /** The number of chunks delivered: JSON objects, also error objects, but no end markers. */
  public long chunks() {
    return chunks;
  }

  /** The times of the stream, each since the request was written. */
  public Timing timing() {
    return timing;
  }

  /** What was forgiven, by kind. Unmodifiable. */
  public List<Irregularity> irregularities() {
    return irregularities;
  }

  /** Why the answer is not whole; absent when COMPLETED or STOPPED. */
  public Optional<Failure> failure() {
    return failure;
  }

  /**
   * The head of the response of the last attempt; absent if none came, or if the answer did not
   * come over HTTP.
   */
  public Optional<ResponseHead> head() {
    return head;
  }

  /**
   * Whether anything happened that is worth keeping: a request was sent, or chunks of a record were
   * delivered. If not, no server was asked and nothing was paid for.
   */
  public boolean wasSent() {
    return chunks > 0 || timing.attempts() > 0;
  }

  /** Returns a copy of this outcome that is failed, for that reason. */
  public Outcome failed(Failure reason) {
    Builder failed = new Builder(this);
    failed.status = Status.FAILED;
    return failed.failure(reason).build();
  }

  /** Returns a copy of this outcome that is stopped. */
  public Outcome stopped() {
    Builder stopped = new Builder(this);
    stopped.status = Status.STOPPED;
    stopped.failure = Optional.empty();
    return stopped.build();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Outcome outcome && values().equals(outcome.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "Outcome" + values();
  }

  private List<Object> values() {
    return List.of(status, completion, chunks, timing, irregularities, failure, head);
  }

  /** Builds an outcome. Mutable; for one thread. */
  public static final class Builder {
    private Status status;
    private Completion completion = Completion.empty();
    private long chunks;
    private Timing timing = Timing.NONE;
    private List<Irregularity> irregularities = List.of();
    private Optional<Failure> failure = Optional.empty();
    private Optional<ResponseHead> head = Optional.empty();

    private Builder(Status status) {
      this.status = Objects.requireNonNull(status, "status");
    }

    private Builder(Outcome begun) {
      this.status = begun.status;
      this.completion = begun.completion;
      this.chunks = begun.chunks;
      this.timing = begun.timing;
      this.irregularities = begun.irregularities;
      this.failure = begun.failure;
      this.head = begun.head;
    }

    /** Sets the answer, folded from the chunks that were delivered. */
    public Builder completion(Completion folded) {
      completion = Objects.requireNonNull(folded, "completion");
      return this;
    }

    /** Sets the number of chunks that were delivered. */
    public Builder chunks(long delivered) {
      chunks = delivered;
      return this;
    }

    /** Sets the times of the stream. */
    public Builder timing(Timing marks) {
      timing = Objects.requireNonNull(marks, "timing");
      return this;
    }

    /** Sets the tolerated errors, in place of those set before; copies the list. */
    public Builder irregularities(List<Irregularity> forgiven) {
      irregularities = List.copyOf(forgiven);
      return this;
    }

    /** Sets the reason why the answer is not whole. */
    public Builder failure(Failure reason) {
      failure = Optional.of(reason);
      return this;
    }

    /** Sets the head of the response. */
    public Builder head(ResponseHead read) {
      head = Optional.of(read);
      return this;
    }

    /** Returns the outcome; the builder can be used further. */
    public Outcome build() {
      return new Outcome(this);
    }
  }
}
