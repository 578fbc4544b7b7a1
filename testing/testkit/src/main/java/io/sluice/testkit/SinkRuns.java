package io.sluice.testkit;

import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.SinkFailure;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOptions;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the sink of a contract and plays streams to it, each sink in a folder of its own. */
final class SinkRuns {

  private final SinkContract contract;
  private final Path world;
  private final AtomicInteger folders = new AtomicInteger();

  SinkRuns(SinkContract contract, Path world) {
    this.contract = contract;
    this.world = world;
  }

  /** A new, empty folder. */
  Path folder() {
    try {
      return Files.createDirectory(world.resolve("sink" + folders.incrementAndGet()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Sink sink(Path folder) {
    try {
      SinkFactory factory = contract.factory();
      return factory.create(SinkOptions.of(factory.options(), contract.options(folder)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  PipelineResult play(AnswerScript stream) {
    return play(stream, folder());
  }

  /** Runs on the calling thread, so that a test sees the sink's effect on it. */
  PipelineResult play(AnswerScript stream, Path folder) {
    return start(stream, folder, chunk -> {}, Runnable::run).join();
  }

  /** Plays an endless stream and stops it after its first chunk. */
  void playAndStop(AnswerScript stream, Path folder) {
    start(stream, folder, new StopAtFirst(), Runnable::run).join();
  }

  /** The failures of two runs at the same time. */
  List<SinkFailure> playTwoAtOnce(AnswerScript stream) {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      var one = start(stream, folder(), chunk -> {}, threads);
      var other = start(stream, folder(), chunk -> {}, threads);
      List<SinkFailure> failures = new ArrayList<>(one.join().sinkFailures());
      failures.addAll(other.join().sinkFailures());
      return failures;
    } finally {
      threads.shutdown();
    }
  }

  /** Sinks made on as many threads at the same time. */
  List<Sink> sinksOfManyThreads(int count) {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<CompletableFuture<Sink>> made = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Path folder = folder();
        made.add(CompletableFuture.supplyAsync(() -> sink(folder), threads));
      }
      return made.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  StreamContext context() {
    return new TestContext();
  }

  private CompletableFuture<PipelineResult> start(
      AnswerScript stream, Path folder, Sink beside, Executor executor) {
    return Pipeline.from(ScriptedTransport.playing(stream))
        .to("sink", () -> sink(folder))
        .to("beside", beside)
        .executor(executor)
        .build()
        .start(TestContext.REQUEST)
        .result()
        .toCompletableFuture();
  }

  /**
   * Stops the stream; declared after the sink under test, so that that one gets the chunk first.
   */
  private static final class StopAtFirst implements Sink {
    private Optional<StreamContext> run = Optional.empty();

    @Override
    public void onOpen(StreamContext context) {
      run = Optional.of(context);
    }

    @Override
    public void onChunk(Chunk chunk) {
      run.ifPresent(StreamContext::stop);
    }
  }
}
