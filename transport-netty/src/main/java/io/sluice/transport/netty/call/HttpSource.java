package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import io.sluice.stream.ChunkSource;
import io.sluice.stream.Feed;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.connect.ConnectionErrors;
import io.sluice.transport.netty.connect.Connections;
import io.sluice.transport.netty.connect.Network;
import java.util.concurrent.RejectedExecutionException;

/** The source of one stream from a server; passes its reader's demand to the event loop. */
public final class HttpSource implements ChunkSource {

  private final EventLoop loop;
  private final RetriedCall call;

  /** Creates the source; throws the dialect's exception for a request that it cannot express. */
  public HttpSource(
      Network network, Connections connections, ChatCall conversation, StreamOptions options) {
    this.loop = network.loop();
    this.call = new RetriedCall(loop, network.blocking(), connections, conversation, options);
  }

  @Override
  public void start(Feed into) {
    into.asked();
    try {
      loop.execute(() -> call.begin(into));
    } catch (RejectedExecutionException closed) {
      into.end(ConnectionErrors.closed());
    }
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
