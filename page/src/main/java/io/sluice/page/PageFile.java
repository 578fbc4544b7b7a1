package io.sluice.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the page.
 *
 * @param type its media type
 * @param text its content
 * @param tag what HTTP calls an entity tag: it changes with the content
 */
record PageFile(String type, String text, String tag) {

  static PageFile of(String name, String text) {
    return new PageFile(type(name.substring(name.lastIndexOf('.') + 1)), text, tag(text));
  }

  private static String type(String ending) {
    String type =
        switch (ending) {
          case "html" -> "text/html";
          case "js" -> "text/javascript";
          case "css" -> "text/css";
          case "svg" -> "image/svg+xml";
          default -> throw new IllegalArgumentException("no file of the page ends in " + ending);
        };
    return type + "; charset=utf-8";
  }

  private static String tag(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
    } catch (NoSuchAlgorithmException required) {
      throw new IllegalStateException("every Java platform has SHA-256", required);
    }
  }
}
