package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import io.sluice.feed.ChunkSource;
import io.sluice.feed.Feed;
import io.sluice.observe.ObservedStream;
import io.sluice.observe.StreamObserver;
import io.sluice.stream.ChatStream;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.connect.ConnectionErrors;
import io.sluice.transport.netty.connect.Connections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The source of one stream from a server; passes its reader's demand to the event loop. */
public final class HttpSource implements ChunkSource {

  private final EventLoop loop;
  private final CallTerms terms;
  private final RetriedCall call;
  private final Optional<StreamWatch> watch;

  /**
   * Creates the source; throws the dialect's exception for a request that it cannot express, and
   * that of a supplier of keys.
   *
   * @param blocking where suppliers of keys are asked for later attempts
   */
  public HttpSource(
      Connections connections,
      Executor blocking,
      ChatCall conversation,
      StreamOptions options,
      List<StreamObserver> observers) {
    this.loop = connections.loop();
    this.watch =
        observers.isEmpty()
            ? Optional.empty()
            : Optional.of(new StreamWatch(loop, observers, observed(conversation, options)));
    StreamOptions told = watch.map(each -> options.onRetry(each::retried)).orElse(options);
    this.terms = new CallTerms(conversation, told, watch);
    this.call = new RetriedCall(connections, blocking, terms);
  }

  private static ObservedStream observed(ChatCall conversation, StreamOptions options) {
    return ObservedStream.of(
        conversation.request(),
        options,
        conversation.endpoint().baseUrl().toString(),
        conversation.dialect().name());
  }

  /** Has the observers told the outcome of the stream that this is the source of. */
  public void observe(ChatStream stream) {
    watch.ifPresent(each -> stream.outcome().thenAccept(each::ended));
  }

  @Override
  public void start(Feed into) {
    into.asked();
    try {
      loop.execute(() -> begin(into));
    } catch (RejectedExecutionException closed) {
      into.end(ConnectionErrors.closed());
    }
  }

  private void begin(Feed into) {
    if (call.isOver()) {
      return;
    }
    terms.complete(watch.map(StreamWatch::started).orElse(List.of()));
    call.begin(watch.<Feed>map(each -> new WatchedFeed(into, each)).orElse(into));
  }

  @Override
  public void read() {
    onLoop(call::resume);
  }

  @Override
  public void cancel() {
    call.drop();
    onLoop(call::letGo);
  }

  private void onLoop(Runnable step) {
    if (loop.inEventLoop()) {
      step.run();
      return;
    }
    try {
      loop.execute(step);
    } catch (RejectedExecutionException closed) {
      call.drop(); // The loop has already freed everything.
    }
  }
}
