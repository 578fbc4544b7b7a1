package io.sluice.cli.command;

import io.sluice.cli.settings.FlagKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What bytes that are no UTF-8 text may be, by those they begin with. */
enum BinaryFormat {
  PNG("a PNG image", Remedy.ATTACHED, "\u0089PNG"),
  JPEG("a JPEG image", Remedy.ATTACHED, "\u00ff\u00d8\u00ff"),
  GIF("a GIF image", Remedy.ATTACHED, "GIF8"),
  WEBP("a WebP image", Remedy.ATTACHED, "RIFF....WEBP"),
  PDF("a PDF file", Remedy.ATTACHED, "%PDF-"),
  ZIP("a ZIP archive", Remedy.TEXT, "PK\u0003\u0004"),
  GZIP("compressed by gzip", Remedy.TEXT, "\u001f\u008b"),
  UTF_16("UTF-16 text, not UTF-8", Remedy.UTF_16, "\u00ff\u00fe|\u00fe\u00ff"),
  UNKNOWN("no UTF-8 text", Remedy.ENCODING, "");

  private static final int LOOKED_AT = 12;

  private final String text;
  private final Remedy remedy;
  private final Pattern beginning;

  BinaryFormat(String text, Remedy remedy, String beginning) {
    this.text = text;
    this.remedy = remedy;
    this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
  }

  /** The first that fits; the last one always does. */
  static BinaryFormat of(byte[] bytes, int length) {
    String start = new String(bytes, 0, Math.min(length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(format -> format.beginning.matcher(start).lookingAt())
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** The format in words, such as {@code a PNG image}. */
  String text() {
    return text;
  }

  /** What to do about it. */
  String remedy() {
    return remedy.text;
  }

  private enum Remedy {
    ATTACHED("attach it with " + FlagKey.ATTACH.flag()),
    TEXT("give the text that it holds"),
    ENCODING("convert other encodings first, as with iconv -f LATIN1 -t UTF-8"),
    UTF_16("convert it first, as with iconv -f UTF-16 -t UTF-8");

    private final String text;

    Remedy(String text) {
      this.text = text;
    }
  }
}
