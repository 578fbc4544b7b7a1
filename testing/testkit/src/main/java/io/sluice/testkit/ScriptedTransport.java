package io.sluice.testkit;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.FedStream;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A transport without a network. Each of its streams plays the same script, with the demand, the
 * stop and the check of the end that a real stream has. Thread-safe.
 */
public final class ScriptedTransport implements ChatTransport {

  private final AnswerScript script;
  private final List<ChatRequest> asked = new CopyOnWriteArrayList<>();
  private final List<ChatStream> opened = new CopyOnWriteArrayList<>();

  private ScriptedTransport(AnswerScript script) {
    this.script = Objects.requireNonNull(script, "script");
  }

  /** A transport whose streams play {@code script}. */
  public static ScriptedTransport playing(AnswerScript script) {
    return new ScriptedTransport(script);
  }

  /** A transport whose streams answer with these texts, a chunk each, and complete. */
  public static ScriptedTransport answering(String... texts) {
    return playing(AnswerScript.answer(texts));
  }

  /** The requests of its streams, in order. */
  public List<ChatRequest> asked() {
    return List.copyOf(asked);
  }

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions options) {
    asked.add(request);
    ChatStream stream = FedStream.of(new ScriptedSource(script, options.onRetry()));
    opened.add(stream);
    return stream;
  }

  @Override
  public String endpoint() {
    return "script";
  }

  @Override
  public void close() {
    opened.forEach(ChatStream::close);
  }
}
