package io.sluice.page.browser;

import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The protocol of a browser's developer tools: calls that are answered, and events. Thread-safe.
 */
final class DevTools implements WebSocket.Listener, AutoCloseable {

  private static final long PATIENCE_SECONDS = 240;

  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> awaited = new ConcurrentHashMap<>();
  private final List<Consumer<JsonObject>> observers = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

  private DevTools() {}

  static DevTools connect(URI address) {
    var tools = new DevTools();
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(address, tools)
        .thenAccept(tools.socket::complete);
    return tools;
  }

  /** Calls a method of the browser. */
  JsonObject call(String method, Consumer<JsonWriter> parameters) {
    return call("", method, parameters);
  }

  /** Calls a method of the page that a session belongs to. */
  JsonObject call(String session, String method, Consumer<JsonWriter> parameters) {
    int number = numbers.incrementAndGet();
    var answer = new CompletableFuture<JsonObject>();
    awaited.put(number, answer);
    String text =
        JsonWriter.object(
            json -> {
              json.field("id", number).field("method", method).object("params", parameters);
              if (!session.isEmpty()) {
                json.field("sessionId", session);
              }
            });
    send(text);
    JsonObject reply = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    reply
        .object("error")
        .ifPresent(
            error -> {
              throw new IllegalStateException(method + ": " + error.string("message").orElse(""));
            });
    return reply.object("result").orElseThrow();
  }

  /** Hands each event to {@code observer}, on the thread that reads. */
  void observe(Consumer<JsonObject> observer) {
    observers.add(observer);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      take(JsonObject.read(message.toString()));
      message.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() {
    socket.thenAccept(WebSocket::abort);
  }

  private synchronized void send(String text) {
    socket
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join()
        .sendText(text, true)
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private void take(JsonObject said) {
    if (said.wholeNumber("id").isPresent()) {
      CompletableFuture<JsonObject> answer =
          awaited.remove((int) said.wholeNumber("id").getAsLong());
      if (answer != null) {
        answer.complete(said);
      }
    } else {
      observers.forEach(observer -> observer.accept(said));
    }
  }
}
