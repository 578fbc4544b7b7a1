package io.sluice.chat;

import io.sluice.json.syntax.JsonQuotes;
import java.util.Base64;
import java.util.Objects;

/**
 * A part of a message whose content is more than text, as OpenAI's chat completions have it;
 * dialects translate it. Immutable.
 *
 * @param json the part as a JSON object
 */
public record ContentPart(Json json) {

  /** Refuses null. */
  public ContentPart {
    Objects.requireNonNull(json, "json");
  }

  /** Text. */
  public static ContentPart text(String text) {
    return part("{\"type\":\"text\",\"text\":" + quoted(text) + "}");
  }

  /** A picture that the server fetches from a URL, or that is in a {@code data:} URL. */
  public static ContentPart image(String url) {
    return part("{\"type\":\"image_url\",\"image_url\":{\"url\":" + quoted(url) + "}}");
  }

  /**
   * A picture that is sent along.
   *
   * @param mediaType what it is, such as {@code image/png}
   * @param bytes its file
   */
  public static ContentPart image(String mediaType, byte[] bytes) {
    return image(dataUrl(mediaType, bytes));
  }

  /**
   * A document that is sent along.
   *
   * @param fileName what it is called
   * @param mediaType what it is, such as {@code application/pdf}
   * @param bytes its file
   */
  public static ContentPart file(String fileName, String mediaType, byte[] bytes) {
    return file(fileName, dataUrl(mediaType, bytes));
  }

  /**
   * A document that the server fetches from a URL, which not all do, or that is in a {@code data:}
   * URL.
   *
   * @param fileName what it is called
   */
  public static ContentPart file(String fileName, String url) {
    return part(
        "{\"type\":\"file\",\"file\":{\"filename\":"
            + quoted(fileName)
            + ",\"file_data\":"
            + quoted(url)
            + "}}");
  }

  /**
   * A sound that is sent along.
   *
   * @param format what it is, {@code wav} or {@code mp3} in OpenAI's dialect
   * @param bytes its file
   */
  public static ContentPart sound(String format, byte[] bytes) {
    return part(
        "{\"type\":\"input_audio\",\"input_audio\":{\"data\":"
            + quoted(Base64.getEncoder().encodeToString(bytes))
            + ",\"format\":"
            + quoted(format)
            + "}}");
  }

  private static String dataUrl(String mediaType, byte[] bytes) {
    return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2);
    JsonQuotes.append(quoted, text);
    return quoted.toString();
  }

  private static ContentPart part(String object) {
    return new ContentPart(Json.verbatim(object));
  }
}
