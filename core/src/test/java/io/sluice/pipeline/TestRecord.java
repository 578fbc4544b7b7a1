package io.sluice.pipeline;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.ChunkSource;
import io.sluice.feed.FedStream;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Source;
import io.sluice.stream.StreamOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A source without a transport, of which the request may be unknown. */
final class TestRecord implements Source {

  final List<StreamOptions> opened = new CopyOnWriteArrayList<>();
  private final Supplier<ChunkSource> chunks;
  private final Optional<ChatRequest> request;

  private TestRecord(Supplier<ChunkSource> chunks, Optional<ChatRequest> request) {
    this.chunks = chunks;
    this.request = request;
  }

  static TestRecord of(Supplier<ChunkSource> chunks) {
    return new TestRecord(chunks, Optional.empty());
  }

  TestRecord answering(ChatRequest asked) {
    return new TestRecord(chunks, Optional.of(asked));
  }

  @Override
  public ChatStream open(StreamOptions options) {
    opened.add(options);
    return FedStream.of(chunks.get());
  }

  @Override
  public Optional<ChatRequest> request() {
    return request;
  }

  @Override
  public String endpoint() {
    return "a.record";
  }

  @Override
  public String dialect() {
    return "acme";
  }
}
