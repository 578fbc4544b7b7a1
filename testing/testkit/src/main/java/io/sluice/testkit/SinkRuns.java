package io.sluice.testkit;

import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.SinkFailure;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

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

  /** A sink of a factory of its own. */
  Sink sink(Path folder) {
    return sink(contract.factory(), folder);
  }

  Sink sink(SinkFactory factory, Path folder) {
    try {
      return factory.create(options(factory, folder));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The options of a sink; a secret is given in a variable. */
  private SinkOptions options(SinkFactory factory, Path folder) {
    Map<String, String> given = new HashMap<>(contract.options(folder));
    Map<String, String> variables = new HashMap<>();
    for (SinkOption option : factory.options()) {
      if (option.type() == SinkOption.Type.SECRET && given.containsKey(option.name())) {
        variables.put(option.name(), given.put(option.name(), "env:" + option.name()));
      }
    }
    return SinkOptions.of(factory.options(), given, variables);
  }

  /** Closes a sink that was not opened; that it throws is for the check of close to say. */
  void discard(Sink sink) {
    try {
      sink.close();
    } catch (IOException | RuntimeException neglected) {
      // D3 checks this.
    }
  }

  /**
   * The files which a sink writes that were there before, and did not outlive the making of one.
   */
  List<String> lostBeforeOpen() throws IOException {
    Path model = folder();
    play(SinkTrials.whole(), model);
    Path folder = folder();
    SinkFactory factory = contract.factory();
    SinkOptions options = options(factory, folder);
    for (String name : Footprint.filesUnder(model).keySet()) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "was here before");
    }
    Map<String, String> before = Footprint.filesUnder(folder);
    try {
      discard(factory.create(options));
    } catch (IOException | RuntimeException refused) {
      // A factory may refuse a file that is there, as long as it leaves it alone.
    }
    Map<String, String> lost = new TreeMap<>(before);
    lost.entrySet().removeAll(Footprint.filesUnder(folder).entrySet());
    return List.copyOf(lost.keySet());
  }

  PipelineResult play(AnswerScript stream) {
    return play(stream, folder());
  }

  /** Runs on the calling thread, so that a test sees the sink's effect on it. */
  PipelineResult play(AnswerScript stream, Path folder) {
    return play(contract.factory(), stream, folder);
  }

  PipelineResult play(SinkFactory factory, AnswerScript stream, Path folder) {
    return start(stream, () -> sink(factory, folder), chunk -> {}, Runnable::run).join();
  }

  /** Plays one stream to two sinks of one factory, chunk by chunk in turns. */
  PipelineResult playToTwo(SinkFactory factory, AnswerScript stream, Path one, Path other) {
    Sink second = sink(factory, other);
    return start(stream, () -> sink(factory, one), second, Runnable::run).join();
  }

  /** Plays an endless stream and stops it after its first chunk. */
  void playAndStop(AnswerScript stream, Path folder) {
    start(stream, () -> sink(folder), new StopAtFirst(), Runnable::run).join();
  }

  /** The failures of two runs at the same time, with sinks of one factory. */
  List<SinkFailure> playTwoAtOnce(SinkFactory factory, AnswerScript stream) {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      var one = start(stream, () -> sink(factory, folder()), chunk -> {}, threads);
      var other = start(stream, () -> sink(factory, folder()), chunk -> {}, threads);
      List<SinkFailure> failures = new ArrayList<>(one.join().sinkFailures());
      failures.addAll(other.join().sinkFailures());
      return failures;
    } finally {
      threads.shutdown();
    }
  }

  /** Sinks made by one factory on as many threads at the same time. */
  List<Sink> sinksOfManyThreads(SinkFactory factory, int count) {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<CompletableFuture<Sink>> made = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Path folder = folder();
        made.add(CompletableFuture.supplyAsync(() -> sink(factory, folder), threads));
      }
      return made.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  StreamContext context() {
    return TestContext.usual();
  }

  private CompletableFuture<PipelineResult> start(
      AnswerScript stream, Supplier<Sink> sink, Sink beside, Executor executor) {
    return Pipeline.from(ScriptedTransport.playing(stream))
        .to("sink", sink)
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
