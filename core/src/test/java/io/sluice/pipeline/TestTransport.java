package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.ChunkSource;
import io.sluice.feed.FedStream;
import io.sluice.feed.TestSource;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Streams what its sources feed. */
final class TestTransport implements ChatTransport {

  final List<ChatStream> opened = new CopyOnWriteArrayList<>();
  private final Function<StreamOptions, ChunkSource> sources;

  TestTransport(Function<StreamOptions, ChunkSource> sources) {
    this.sources = sources;
  }

  static TestTransport completing(String... texts) {
    return new TestTransport(asked -> TestSource.completing(texts));
  }

  static TestTransport of(ChunkSource source) {
    return new TestTransport(asked -> source);
  }

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions asked) {
    ChatStream stream = FedStream.of(sources.apply(asked));
    opened.add(stream);
    return stream;
  }

  @Override
  public String endpoint() {
    return "test";
  }

  @Override
  public void close() {
    opened.forEach(ChatStream::close);
  }
}
