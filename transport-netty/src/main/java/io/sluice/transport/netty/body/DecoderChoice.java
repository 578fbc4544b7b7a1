package io.sluice.transport.netty.body;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.sluice.wire.Dialect;
import io.sluice.wire.Framing;
import java.util.Optional;

/** Picks the decoder for a body by its head and its first bytes. */
@FunctionalInterface
public interface DecoderChoice {

  /**
   * A new handler that turns bytes and {@link EndOfBody} into events; empty as long as the first
   * bytes do not decide which. Few bytes are needed, blanks not counted.
   */
  Optional<ChannelHandler> choose(HttpResponse head, ByteBuf start);

  /** The choice for an answer that is one document, or a refusal. */
  static DecoderChoice document() {
    return (head, start) ->
        Optional.of(
            head.status().code() >= 300 ? BodyCollector.ofError() : BodyCollector.ofAnswer());
  }

  /**
   * The choice for a chat dialect: the decoder of the framing that it names for the first byte, or
   * the collector of a whole body if it is not a stream.
   */
  static DecoderChoice of(Dialect dialect) {
    return (head, start) -> {
      if (head.status().code() >= 300) {
        return Optional.of(BodyCollector.ofError());
      }
      if (dialect.framing() == Framing.NDJSON) {
        return Optional.of(new NdjsonDecoder());
      }
      String type = head.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
      return BodyKind.first(start)
          .map(dialect::framing)
          .filter(framing -> framing != Framing.SSE)
          .map(DecoderChoice::decoder)
          .or(
              () ->
                  BodyKind.of(type, start)
                      .map(
                          kind ->
                              kind == BodyKind.EVENTS
                                  ? new SseDecoder()
                                  : BodyCollector.ofAnswer()));
    };
  }

  /** A decoder of one body in that framing. */
  static ChannelHandler decoder(Framing framing) {
    return switch (framing) {
      case SSE -> new SseDecoder();
      case NDJSON -> new NdjsonDecoder();
      case JSON_ARRAY -> new JsonArrayDecoder();
      case AWS_EVENT_STREAM -> new FrameDecoder();
    };
  }
}
