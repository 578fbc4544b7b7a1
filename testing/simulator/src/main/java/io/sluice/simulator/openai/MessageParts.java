package io.sluice.simulator.openai;

import io.sluice.simulator.chat.TurnContent;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.PictureUrl;
import io.sluice.simulator.request.RequestFields;
import java.util.ArrayList;
import java.util.List;

/** Reads the content of a message: a text, or parts of text and pictures. */
final class MessageParts {
  private static final List<String> TYPES =
      List.of("text", "image_url", "input_audio", "refusal", "file");

  private MessageParts() {}

  /** Reads the content; a message without one has no text. */
  static TurnContent read(RequestFields message) {
    Object content = message.value("content").orElse("");
    if (content instanceof String text) {
      return new TurnContent(text, List.of());
    }
    if (!(content instanceof List)) {
      throw InvalidRequest.type(
          message.place("content"), "one of a string or array of objects", content);
    }
    var text = new StringBuilder();
    var pictures = new ArrayList<String>();
    for (RequestFields part : message.objects("content").orElse(List.of())) {
      String type = part.word("type", TYPES).orElseThrow(() -> missingType(part));
      switch (type) {
        case "text", "refusal" -> text.append(part.neededText(type));
        case "image_url" -> pictures.add(picture(part));
        default ->
            throw InvalidRequest.unsupportedValue(
                part.place("type"), type, "Only 'text' and 'image_url' are supported.");
      }
    }
    return new TurnContent(text.toString(), pictures);
  }

  private static InvalidRequest missingType(RequestFields part) {
    return InvalidRequest.missing(part.place("type"));
  }

  private static String picture(RequestFields part) {
    RequestFields image = part.neededObject("image_url");
    image.word("detail", List.of("auto", "low", "high", "original"));
    return PictureUrl.described(image.neededText("url"), image.place("url"));
  }
}
