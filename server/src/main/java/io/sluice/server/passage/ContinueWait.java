package io.sluice.server.passage;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.concurrent.Future;
import io.sluice.server.front.ClientSide;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the server to say that the body of a request may come, and says it in its place after a
 * second. It is said once at most, and only to a client that expects it. Confined to the client's
 * loop.
 */
final class ContinueWait {

  private static final long SECONDS = 1;

  private final ClientSide client;
  private boolean expected;
  private @Nullable Future<?> due;

  private ContinueWait(ClientSide client) {
    this.client = client;
  }

  /** Begins to wait, if a client that sent this head does. */
  static ContinueWait begin(HttpRequest head, ClientSide client) {
    var wait = new ContinueWait(client);
    if (HttpUtil.is100ContinueExpected(head)) {
      wait.expected = true;
      wait.due = client.loop().schedule(wait::say, SECONDS, TimeUnit.SECONDS);
    }
    return wait;
  }

  /** Says it now, if it is still waited for. */
  void say() {
    if (expected) {
      over();
      client.sayContinue();
    }
  }

  /** It is no longer waited for: the body comes, or an answer. */
  void over() {
    expected = false;
    if (due != null) {
      due.cancel(false);
    }
  }
}
