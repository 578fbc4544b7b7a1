package io.sluice.benchmarks.peers.sluice;

import io.sluice.benchmarks.peers.contender.Answer;
import io.sluice.benchmarks.peers.contender.Contender;
import io.sluice.benchmarks.peers.contender.Worker;
import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Sluice as the README has it, a pipeline that is started with a sink. Each answer goes elsewhere
 * here, so each has a pipeline of its own, and all of them share an executor.
 */
public final class Main {

  private Main() {}

  /**
   * Serves orders.
   *
   * @param args the base URL, and how many sinks there are beside the measured one, if any
   */
  public static void main(String[] args) throws IOException {
    var endpoint = Endpoint.of(args[0]).withKey("sk-benchmark-00000000000000000000000000000000000001");
    int others = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    Executor threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (var transport = NettyTransport.open(endpoint)) {
      Worker.serve(contender(transport, threads, others));
    }
  }

  private static Contender contender(ChatTransport transport, Executor threads, int others) {
    return (model, answer) -> {
      var pipeline = Pipeline.from(transport).executor(threads);
      for (int i = 0; i < others; i++) {
        pipeline.to("other-" + i, chunk -> {});
      }
      pipeline
          .to("measured", new Measured(answer))
          .build()
          .start(ChatRequest.of(model, "Write a haiku about coding."));
    };
  }

  private record Measured(Answer answer) implements Sink {

    @Override
    public void onChunk(Chunk chunk) {
      answer.chunk(chunk.text());
    }

    @Override
    public void onEnd(Outcome outcome) {
      if (outcome.status() == Status.COMPLETED) {
        answer.complete();
      } else {
        answer.broken(new IllegalStateException(outcome.status() + " " + outcome.failure()));
      }
    }
  }
}
