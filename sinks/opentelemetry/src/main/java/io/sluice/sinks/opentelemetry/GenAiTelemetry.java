package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.sluice.observe.StreamObserver;
import io.sluice.sink.Sink;
import io.sluice.telemetry.RunStart;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Reports runs to OpenTelemetry, by its conventions for generative AI: a client span for each run,
 * and metrics of duration, first chunk and tokens. {@link #sink} makes the sink of one run, so a
 * pipeline takes {@code telemetry::sink}:
 *
 * <pre>{@code
 * var telemetry = GenAiTelemetry.of(openTelemetry);
 * var pipeline =
 *     Pipeline.from(transport)
 *         .to("otel", telemetry::sink, Delivery.optional())
 *         .build();
 * }</pre>
 *
 * <p>No word of a prompt or an answer is reported unless {@link Builder#content} asks for it. The
 * instruments are made once, so keep one of these for the life of the {@code OpenTelemetry}.
 * Immutable and thread-safe.
 */
public final class GenAiTelemetry {

  /** The default bound on one attribute with content, in characters. */
  public static final int CONTENT_LIMIT = 16 << 10;

  final CompletableFuture<Instruments> instruments;
  final Conventions conventions;
  final Optional<String> provider;
  final ContentCapture content;
  final ContentText contentText;
  final Set<Extra> extras;
  final Optional<UsageCounter> counter;
  final boolean propagates;

  private GenAiTelemetry(Builder builder) {
    this.conventions = builder.conventions;
    this.instruments =
        builder
            .target
            .thenApply(target -> new Instruments(target, conventions))
            .toCompletableFuture();
    this.provider = builder.provider;
    this.content = builder.content;
    this.contentText = new ContentText(builder.contentLimit, builder.redactor);
    this.extras = Set.copyOf(builder.extras);
    this.counter = builder.counter;
    this.propagates = builder.propagates;
  }

  /** Telemetry with the names of the conventions 1.41 and without content. It closes nothing. */
  public static GenAiTelemetry of(OpenTelemetry target) {
    return builder(target).build();
  }

  /** Starts telemetry with the names of the conventions 1.41 and without content. */
  public static Builder builder(OpenTelemetry target) {
    return new Builder(CompletableFuture.completedFuture(target));
  }

  /**
   * Starts telemetry for an {@code OpenTelemetry} that is made meanwhile. Runs that begin before it
   * is there are reported when it comes, with their own times, on the thread that completes the
   * stage; if it fails, they are not reported.
   */
  public static Builder builder(CompletionStage<OpenTelemetry> target) {
    return new Builder(target);
  }

  /**
   * Makes a sink for one run. Its calls throw nothing of their own and wait for nothing but what
   * the {@code OpenTelemetry} does when a span starts or ends and a figure is recorded, which with
   * a batching processor is to enqueue.
   */
  public Sink sink() {
    return new TelemetrySink(this);
  }

  /**
   * Observes all streams of a transport, also those of no pipeline, instead of a {@link #sink} for
   * each: {@code NettyTransport.builder().observer(telemetry.observer())}. Of the times between
   * chunks it knows nothing.
   */
  public StreamObserver observer() {
    return stream ->
        new TelemetryObservation(new RunReport(this, RunStart.of(stream, Instant.now())));
  }

  /** What is reported beside the attributes and metrics of the conventions. */
  public enum Extra {
    /** A histogram of the times between chunks, which costs time at each chunk. */
    CHUNK_TIMES,
    /** The attribute from which Langfuse tells the time of the first token. */
    LANGFUSE,
    /** The attributes of OpenInference, which Phoenix reads: kind of span, model, token counts. */
    OPENINFERENCE
  }

  /** Builds telemetry. Mutable; for one thread. */
  public static final class Builder {
    private final CompletionStage<OpenTelemetry> target;
    private final Set<Extra> extras = EnumSet.noneOf(Extra.class);
    private Conventions conventions = Conventions.V1_41;
    private Optional<String> provider = Optional.empty();
    private ContentCapture content = ContentCapture.NONE;
    private int contentLimit = CONTENT_LIMIT;
    private UnaryOperator<String> redactor = UnaryOperator.identity();
    private Optional<UsageCounter> counter = Optional.empty();
    private boolean propagates;

    private Builder(CompletionStage<OpenTelemetry> target) {
      this.target = Objects.requireNonNull(target, "target");
    }

    /** Sets the version of the conventions whose names are used. */
    public Builder conventions(Conventions version) {
      conventions = Objects.requireNonNull(version, "version");
      return this;
    }

    /** Names the provider so, whatever the host of the endpoint is. */
    public Builder provider(String name) {
      provider = Optional.of(name);
      return this;
    }

    /** Sets where the words of prompts and answers are reported, if anywhere. */
    public Builder content(ContentCapture where) {
      content = Objects.requireNonNull(where, "where");
      return this;
    }

    /**
     * Cuts each text of a prompt or an answer at so many characters, and marks the cut.
     *
     * @throws IllegalArgumentException if the limit is below 1
     */
    public Builder contentLimit(int characters) {
      if (characters < 1) {
        throw new IllegalArgumentException(
            "a content limit of " + characters + " leaves nothing; use at least 1");
      }
      contentLimit = characters;
      return this;
    }

    /**
     * Passes each text of a prompt or an answer through this before it is cut and reported, such as
     * to take secrets out. It is called on the thread of the run; if it throws or returns null, the
     * run goes on and that text is left out.
     */
    public Builder redacting(UnaryOperator<String> change) {
      redactor = Objects.requireNonNull(change, "redactor");
      return this;
    }

    /**
     * Counts the tokens that servers do not report. The span then says {@code sluice.usage.basis}.
     */
    public Builder counting(UsageCounter how) {
      counter = Optional.of(how);
      return this;
    }

    /**
     * Tells the server of the trace, by the header field {@code traceparent}. Do so only if the
     * server is yours: a stranger could tell from it which requests belong together. A sink waits
     * up to two seconds for an {@code OpenTelemetry} that is being made, an observer does not; if
     * it is not there then, that server is told nothing.
     */
    public Builder propagating() {
      propagates = true;
      return this;
    }

    /** Reports this, too. */
    public Builder also(Extra more) {
      extras.add(more);
      return this;
    }

    /** The telemetry; the builder can go on. */
    public GenAiTelemetry build() {
      return new GenAiTelemetry(this);
    }
  }
}
