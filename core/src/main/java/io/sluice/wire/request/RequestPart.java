package io.sluice.wire.request;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** One part of a message's content, as OpenAI's chat completions name them. */
public sealed interface RequestPart {

  /** The member of a message that holds parts instead of text. */
  String CONTENT = "content";

  /**
   * Text.
   *
   * @param text the text
   */
  record Text(String text) implements RequestPart {}

  /**
   * An image.
   *
   * @param url where it is, or a data URL that holds it
   * @param detail how closely the model is to look at it
   */
  record Image(String url, Optional<String> detail) implements RequestPart {}

  /**
   * A file.
   *
   * @param members {@code filename}, {@code file_data}, {@code file_id}, as far as they are given
   */
  record Document(JsonObject members) implements RequestPart {}

  /**
   * A sound.
   *
   * @param data the sound in base64
   * @param format its format, such as {@code wav}
   */
  record Audio(String data, String format) implements RequestPart {}

  /**
   * A part of another type, which may be one of the dialect's own.
   *
   * @param json the part
   */
  record Unknown(Json json) implements RequestPart {}

  /** The parts of a message: those that it was given instead of text, or its text. */
  static List<RequestPart> of(Message message) {
    Json given = message.other().get(CONTENT);
    if (given == null) {
      return message.content().map(text -> List.<RequestPart>of(new Text(text))).orElse(List.of());
    }
    JsonValue value = new JsonValue(given);
    Optional<List<RequestPart>> text = value.string().map(it -> List.of(new Text(it)));
    return value
        .elements()
        .map(all -> all.stream().map(RequestPart::of).toList())
        .or(() -> text)
        .orElse(List.of());
  }

  /** The part that a JSON value is; a bare string is text. */
  static RequestPart of(JsonValue value) {
    Optional<JsonObject> object = value.object();
    Optional<RequestPart> known =
        switch (object.flatMap(it -> it.string("type")).orElse("")) {
          case "text" -> object.flatMap(it -> it.string("text")).map(Text::new);
          case "image_url" -> object.flatMap(RequestPart::image);
          case "file" -> object.flatMap(it -> it.object("file")).map(Document::new);
          case "input_audio" ->
              object.flatMap(it -> it.object("input_audio")).map(RequestPart::audio);
          default -> value.string().map(Text::new);
        };
    return known.orElseGet(() -> new Unknown(value.json()));
  }

  private static Optional<RequestPart> image(JsonObject part) {
    Optional<JsonObject> image = part.object("image_url");
    return image
        .flatMap(it -> it.string("url"))
        .or(() -> part.string("image_url"))
        .map(url -> new Image(url, image.flatMap(it -> it.string("detail"))));
  }

  private static RequestPart audio(JsonObject audio) {
    return new Audio(audio.string("data").orElse(""), audio.string("format").orElse(""));
  }

  /** The text of parts that are text alone; empty if one is not. */
  static Optional<String> text(List<RequestPart> parts) {
    var text = new StringBuilder();
    for (RequestPart part : parts) {
      if (!(part instanceof Text said)) {
        return Optional.empty();
      }
      text.append(said.text());
    }
    return Optional.of(text.toString());
  }
}
