package io.sluice.cli.prompt;

import io.sluice.chat.ContentPart;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of files that a prompt may have attached, told by the bytes that they begin with. */
enum MediaType {
  PNG("image/png", "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
  GIF("image/gif", "GIF8[79]a"),
  WEBP("image/webp", "RIFF....WEBP"),
  PDF("application/pdf", "%PDF-"),
  WAV("audio/wav", "RIFF....WAVE"),
  MP3("audio/mpeg", "ID3|\u00ff[\u00e2\u00e3\u00f2\u00f3\u00fa\u00fb]");

  /** All kinds, for messages. */
  static final String NAMES = "PNG, JPEG, GIF, WebP, PDF, WAV and MP3";

  private static final int LOOKED_AT = 16;

  private final String name;
  private final Pattern beginning;

  MediaType(String name, String beginning) {
    this.name = name;
    this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
  }

  /** What the kind is called in data URLs, such as {@code image/png}. */
  String mime() {
    return name;
  }

  /** The kind of a file; empty if it is none of these. */
  static Optional<MediaType> of(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_AT);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(type -> type.beginning.matcher(start).lookingAt())
        .findFirst();
  }

  /**
   * The part of a message that holds a file, as OpenAI's chat completions have it.
   *
   * @param fileName what the file is called
   */
  ContentPart part(byte[] bytes, String fileName) {
    return switch (this) {
      case PNG, JPEG, GIF, WEBP -> ContentPart.image(name, bytes);
      case PDF -> ContentPart.file(fileName, name, bytes);
      case WAV -> ContentPart.sound("wav", bytes);
      case MP3 -> ContentPart.sound("mp3", bytes);
    };
  }
}
