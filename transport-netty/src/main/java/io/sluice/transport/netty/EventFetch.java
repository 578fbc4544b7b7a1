package io.sluice.transport.netty;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.concurrent.Future;
import io.sluice.stream.End;
import io.sluice.stream.Timeouts;
import io.sluice.transport.netty.body.SseDecoder;
import io.sluice.transport.netty.call.HttpExchange;
import io.sluice.transport.netty.call.IdleTimer;
import io.sluice.transport.netty.call.RequestMessage;
import io.sluice.transport.netty.connect.Connection;
import io.sluice.transport.netty.connect.ConnectionErrors;
import io.sluice.transport.netty.connect.Connections;
import io.sluice.transport.netty.connect.Dialer;
import io.sluice.transport.netty.connect.NameResolution;
import io.sluice.transport.netty.connect.Network;
import io.sluice.transport.netty.connect.PoolSize;
import io.sluice.transport.netty.connect.Tls;
import io.sluice.transport.netty.connect.TlsSettings;
import io.sluice.transport.netty.route.Target;
import io.sluice.wire.HttpCall;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One GET request for an event stream, on an event loop of its own, which the consumer may block.
 */
final class EventFetch implements HttpExchange.Answer {

  private final URI url;
  private final Timeouts timeouts;
  private final Consumer<WireEvent> events;
  private final CompletableFuture<Optional<String>> problem = new CompletableFuture<>();
  private @Nullable HttpExchange exchange;
  private @Nullable IdleTimer patience;

  EventFetch(URI url, Timeouts timeouts, Consumer<WireEvent> events) {
    this.url = url;
    this.timeouts = timeouts;
    this.events = events;
  }

  void await(Proxies proxies) throws IOException {
    proxies.to(Target.of(url)); // Refuses a malformed variable before a thread starts.
    var network = Network.own(1);
    try {
      begin(network, proxies);
      Optional<String> wrong = problem.get();
      if (wrong.isPresent()) {
        throw new IOException(url + ": " + wrong.get());
      }
    } catch (ExecutionException thrown) {
      throw rethrown(thrown.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(url + ": interrupted", interrupted);
    } finally {
      network.close(this::letGo);
    }
  }

  private void begin(Network network, Proxies proxies) {
    EventLoop loop = network.loop();
    Target target = Target.of(url);
    Tls tls =
        target.secure() == Target.Security.TLS
            ? Tls.make(TlsSettings.usual(), network.blocking())
            : Tls.later(TlsSettings::usual, network.blocking());
    var dialer = new Dialer(loop, new NameResolution(network.blocking()), proxies::to, tls);
    var connections = new Connections(loop, dialer, PoolSize.usual().aged(Duration.ZERO));
    loop.execute(
        () ->
            connections
                .dial(target, timeouts.connect())
                .addListener((Future<Connection> done) -> dialled(done, target, connections)));
  }

  private void dialled(Future<Connection> done, Target target, Connections connections) {
    if (!done.isSuccess()) {
      String line =
          done.cause() instanceof Dialer.ConnectTimeout
              ? "connecting took longer than " + timeouts.connect().toMillis() + " ms"
              : ConnectionErrors.connecting(done.cause(), target).message();
      problem.complete(Optional.of(line));
      return;
    }
    Connection connection = done.getNow();
    patience = new IdleTimer(connection.channel().eventLoop(), this::silence);
    patience.start(timeouts.firstToken());
    exchange =
        new HttpExchange(
            connection, connections, (head, start) -> Optional.of(new SseDecoder()), this);
    var fields = Map.of("Accept", "text/event-stream", "Cache-Control", "no-store");
    var call = new HttpCall("GET", url, fields, ByteBuffer.allocate(0));
    exchange.send(RequestMessage.of(call, connection));
  }

  @Override
  public void head(HttpResponse head) {
    String type = head.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
    String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (head.status().code() != 200) {
      refuse("the server answered " + head.status().code() + "; an event stream comes with 200");
    } else if (!essence.equals("text/event-stream")) {
      refuse("the content type is '" + essence + "'; an event stream's is 'text/event-stream'");
    }
  }

  @Override
  public void event(WireEvent event) {
    if (problem.isDone()) {
      return;
    }
    if (patience != null) {
      patience.start(timeouts.idle());
    }
    try {
      events.accept(event);
    } catch (RuntimeException | Error thrown) {
      problem.completeExceptionally(thrown);
      letGo();
    }
  }

  @Override
  public boolean wantsMore() {
    return true;
  }

  @Override
  public void ended(End end) {
    if (end instanceof End.Failed failed) {
      problem.complete(Optional.of(failed.failure().message()));
    } else if (end instanceof End.Cut cut) {
      problem.complete(Optional.of(cut.message()));
    } else {
      problem.complete(Optional.empty());
    }
  }

  private void silence() {
    long waited = patience == null ? 0 : patience.limit().toMillis();
    refuse("nothing came for " + waited + " ms");
  }

  private void refuse(String line) {
    problem.complete(Optional.of(line));
    letGo();
  }

  private void letGo() {
    if (patience != null) {
      patience.stop();
    }
    if (exchange != null) {
      exchange.abandon();
    }
  }

  private static IOException rethrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(cause);
  }
}
