package io.sluice.transport.netty.call;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import io.sluice.stream.ResponseHead;
import io.sluice.wire.HttpAnswer;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The head of an answer, as dialects, observers and readers of a stream get it. */
final class AnswerHead {

  private AnswerHead() {}

  /** The head without secrets, with what its dialect finds in it. */
  static ResponseHead read(HttpResponse head, ChatCall conversation) {
    var redaction = conversation.redaction();
    ResponseHead.Builder read = ResponseHead.builder(head.status().code());
    head.headers().forEach(field -> read.field(field.getKey(), redaction.of(field.getValue())));
    HttpAnswer answer = answer(head, ByteBuffer.allocate(0));
    try {
      conversation.dialect().requestId(answer).map(redaction::of).ifPresent(read::requestId);
      conversation.dialect().limits(answer).ifPresent(read::limits);
    } catch (RuntimeException | Error broken) {
      return read.build(); // A plugin's mistake must not cost the answer.
    }
    return read.build();
  }

  /** The failure for an answer that is compressed, although no compression was offered. */
  static Optional<Failure> packed(HttpResponse head) {
    String packing = head.headers().get(HttpHeaderNames.CONTENT_ENCODING, "identity");
    return packing.equalsIgnoreCase("identity")
        ? Optional.empty()
        : Optional.of(
            new Failure.Protocol(
                "the answer is packed as '"
                    + OneLine.of(packing)
                    + "', which was not asked for; turn compression off at the server or the"
                    + " gateway",
                ""));
  }

  /** An answer that is no stream; of fields with one name the first counts. */
  static HttpAnswer answer(HttpResponse head, ByteBuffer body) {
    Map<String, String> fields = new LinkedHashMap<>();
    head.headers().forEach(field -> fields.putIfAbsent(field.getKey(), field.getValue()));
    return new HttpAnswer(head.status().code(), fields, body);
  }
}
