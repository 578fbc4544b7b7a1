package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.Sink;
import io.sluice.stage.Stage;
import io.sluice.stage.StageTimer;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Source;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** One stream in, many sinks out. Thread-safe; runs any number of sources, also at once. */
public interface Pipeline {

  /** The most characters that the name of a run may have. */
  int LONGEST_RUN_ID = 100;

  /**
   * Starts a pipeline that has {@code transport} answer requests, and runs sources. Closing the
   * transport is the caller's.
   */
  static Builder from(ChatTransport transport) {
    return PipelineBuilder.from(transport);
  }

  /** Starts a pipeline without a transport, which runs sources only. */
  static Builder ofSources() {
    return PipelineBuilder.ofSources();
  }

  /**
   * Streams the answer of {@code source} into the sinks, on the caller's thread. An interrupt acts
   * as a stop; the flag is set again before this returns or throws.
   *
   * @throws StreamException unless COMPLETED; what sinks threw is suppressed in it, each as a
   *     {@link SinkException}
   * @throws VirtualMachineError if a sink threw it, with the stream's end suppressed in it
   * @throws IllegalArgumentException if the source's request cannot be expressed; no sink was
   *     touched
   * @throws IllegalStateException if a sink was given for one run and has had it, or the source
   *     cannot be opened; no sink was touched
   */
  PipelineResult run(Source source);

  /**
   * Runs the answer of the pipeline's transport to {@code request}, as {@link #run(Source)} does.
   *
   * @throws IllegalStateException also if the pipeline has no transport, or that is closed
   */
  PipelineResult run(ChatRequest request);

  /**
   * Streams the answer of {@code source} into the sinks, on the pipeline's executor. Returns before
   * any sink is opened. An executor that refuses ends the run as FAILED.
   *
   * @throws IllegalArgumentException if the source's request cannot be expressed; no sink was
   *     touched
   * @throws IllegalStateException if a sink was given for one run and has had it, or the source
   *     cannot be opened; no sink was touched
   */
  Run start(Source source);

  /**
   * Starts the answer of the pipeline's transport to {@code request}, as {@link #start(Source)}
   * does.
   *
   * @throws IllegalStateException also if the pipeline has no transport, or that is closed
   */
  Run start(ChatRequest request);

  /** Assembles a pipeline. Mutable; for one thread. */
  interface Builder {

    /**
     * Adds a sink for one run; a second run refuses, naming the sink.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    Builder to(String name, Sink sink, Delivery delivery);

    /**
     * Adds a sink that is made anew for each run. A supplier that throws or gives null counts as a
     * sink that does not open.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    Builder to(String name, Supplier<? extends Sink> sinks, Delivery delivery);

    /** {@link #to(String, Sink, Delivery)} with {@link Delivery#required()}. */
    default Builder to(String name, Sink sink) {
      return to(name, sink, Delivery.required());
    }

    /** {@link #to(String, Supplier, Delivery)} with {@link Delivery#required()}. */
    default Builder to(String name, Supplier<? extends Sink> sinks) {
      return to(name, sinks, Delivery.required());
    }

    /**
     * Adds a stage before all sinks, behind those that were added before: every sink gets what the
     * stage makes of the chunks, wherever the sink was declared. Each run makes a stage of its own.
     * A stage that throws retires all sinks. The result of a run is that of the stream, which no
     * stage changes.
     */
    Builder through(Supplier<? extends Stage> stage);

    /** The clock of the stages that act by time; {@link StageTimer#system()} if none is given. */
    Builder timer(StageTimer timer);

    /** How sources are opened: how requests are sent and awaited. */
    Builder options(StreamOptions options);

    /**
     * What each run is named, as sinks and transcripts have it; asked once for each run, when it
     * starts, on that thread. If it is not given: the second in UTC and six random characters.
     *
     * <p>A name is made of letters, digits and hyphens, at most {@value #LONGEST_RUN_ID} of them. A
     * run whose name is another throws an {@link IllegalArgumentException} and does not start.
     */
    Builder runIds(Supplier<String> ids);

    /**
     * Where {@link Pipeline#start} calls the sinks. If none is given: a virtual thread each from
     * JDK 24 on; before that daemon threads that all pipelines share, at most 32 or four for each
     * core, whichever is more. Give an executor where sinks block so long, or wait for other runs,
     * that those would not be enough.
     */
    Builder executor(Executor executor);

    /**
     * The pipeline.
     *
     * @throws IllegalArgumentException if there is no sink that is more than watching, or two share
     *     a name
     */
    Pipeline build();
  }
}
