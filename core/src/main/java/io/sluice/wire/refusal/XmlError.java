package io.sluice.wire.refusal;

import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads errors that object stores and gateways write as XML: {@code
 * <Error><Code>AccessDenied</Code> <Message>…</Message></Error>}. It searches the text instead of
 * parsing it, since only a message is needed.
 */
public final class XmlError {
  private static final int LOOKED_AT = 16_384;
  private static final Pattern MESSAGE = element("Message|message|faultstring|Reason|detail");
  private static final Pattern CODE = element("Code|code|faultcode");

  private XmlError() {}

  /** The error that a body reports; empty if it is not XML, or a web page. */
  public static Optional<Failure.Provider> read(String body) {
    String start = body.substring(0, Math.min(body.length(), LOOKED_AT)).strip();
    if (!start.startsWith("<") || WebPage.isOne(start)) {
      return Optional.empty();
    }
    Optional<String> code = found(CODE, start);
    return found(MESSAGE, start)
        .or(() -> code)
        .map(words -> new Failure.Provider(code, Optional.empty(), words));
  }

  private static Optional<String> found(Pattern element, String xml) {
    Matcher found = element.matcher(xml);
    return found.find()
        ? Optional.of(OneLine.of(found.group(1))).filter(t -> !t.isEmpty())
        : Optional.empty();
  }

  private static Pattern element(String names) {
    return Pattern.compile("<(?:\\w+:)?(?:" + names + ")\\b[^>]{0,200}>\\s*([^<]{1,2000})");
  }
}
