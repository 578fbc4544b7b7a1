package io.sluice.wire.refusal;

import io.sluice.stream.OneLine;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML in place of an API's answer: the page of a gateway or of a captive portal. */
public final class WebPage {

  private static final int LOOKED_AT = 16_384;

  private static final Pattern TITLE =
      Pattern.compile("<title[^>]{0,200}>([^<]{1,500})", Pattern.CASE_INSENSITIVE);

  private WebPage() {}

  /** Whether a body is a page. */
  public static boolean isOne(String text) {
    String start = text.substring(0, Math.min(text.length(), 512)).strip().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || (start.startsWith("<") && start.contains("<html"))
        || start.startsWith("<head")
        || start.startsWith("<body");
  }

  /** The words {@code a web page}, with its title if it has one. */
  public static String name(String html) {
    String title = title(html);
    return title.isEmpty() ? "a web page" : "the web page '" + title + "'";
  }

  /** The title as one line, empty if there is none. */
  public static String title(String html) {
    Matcher title = TITLE.matcher(html.substring(0, Math.min(html.length(), LOOKED_AT)));
    return title.find() ? OneLine.of(title.group(1)) : "";
  }
}
