package io.sluice.tokens.prompt;

import io.sluice.json.tree.JsonTree;
import io.sluice.tokens.schema.EstimateReasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a message says.
 *
 * @param text its text, or that of all its parts without anything between them
 * @param pictures the pictures among its parts
 */
record MessageContent(String text, List<Picture> pictures) {

  static final MessageContent EMPTY = new MessageContent("", List.of());

  /** Content that is a string or an array of parts; other parts are added to the reasons. */
  static MessageContent of(Optional<JsonTree> content, EstimateReasons reasons) {
    if (content.isEmpty()) {
      return EMPTY;
    }
    var text = new StringBuilder(content.get().string().orElse(""));
    List<Picture> pictures = new ArrayList<>();
    for (JsonTree part : content.get().elements()) {
      String type = part.string("type").orElse("text");
      switch (type) {
        case "text", "input_text", "output_text" -> text.append(part.string("text").orElse(""));
        case "image_url", "input_image" -> pictures.add(Picture.of(part, reasons));
        default -> {
          reasons.add("a part of type '" + type + "'");
          text.append(part.string(type).orElse(""));
        }
      }
    }
    return new MessageContent(text.toString(), List.copyOf(pictures));
  }
}
