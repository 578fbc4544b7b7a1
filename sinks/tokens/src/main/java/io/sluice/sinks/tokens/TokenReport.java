package io.sluice.sinks.tokens;

import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.JsonText;
import io.sluice.tokens.Basis;
import io.sluice.tokens.Counted;
import io.sluice.tokens.TokenEncoding;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What one run cost, by our count and by the server's.
 *
 * @param encoding what was counted with
 * @param prompt our count of the request; absent where the request is not known
 * @param completion our count of what could be seen of the answer
 * @param reported the server's figures, hidden reasoning included
 */
public record TokenReport(
    TokenEncoding encoding,
    Optional<Counted> prompt,
    Counted completion,
    Optional<Usage> reported) {

  /** Refuses null. */
  public TokenReport {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(completion, "completion");
    Objects.requireNonNull(reported, "reported");
  }

  /** Our count of both, as far as both are known. */
  public Counted total() {
    return prompt.map(completion::plus).orElse(completion);
  }

  /** A table for people, each line ending in LF. */
  public String text() {
    Basis basis = total().basis();
    return row("tokens", "counted", "reported", "difference")
        + prompt.map(count -> row("prompt", count, reported.map(Usage::promptTokens))).orElse("")
        + row("completion", completion, reported.map(Usage::completionTokens))
        + (prompt.isPresent() ? row("total", total(), reported.map(Usage::totalTokens)) : "")
        + "counted with "
        + encoding.word()
        + (basis == Basis.EXACT ? "\n" : " (" + basis.word() + ")\n");
  }

  /** The same as a JSON object on one line; {@code difference} is counted less reported. */
  public Json json() {
    return JsonText.json(
        json -> {
          prompt.ifPresent(count -> json.field("prompt", count.tokens()));
          json.field("completion", completion.tokens());
          json.field("total", total().tokens());
          json.field("encoding", encoding.word()).field("basis", total().basis().word());
          reported.ifPresent(usage -> json.object("reported", row -> figures(row, usage)));
          reported.ifPresent(usage -> json.object("difference", row -> differences(row, usage)));
        });
  }

  private static void figures(JsonText json, Usage usage) {
    json.field("prompt", usage.promptTokens());
    json.field("completion", usage.completionTokens());
    json.field("total", usage.totalTokens());
  }

  private void differences(JsonText json, Usage usage) {
    prompt.ifPresent(count -> json.field("prompt", count.tokens() - usage.promptTokens()));
    json.field("completion", completion.tokens() - usage.completionTokens());
    prompt.ifPresent(count -> json.field("total", total().tokens() - usage.totalTokens()));
  }

  private static String row(String name, Counted counted, Optional<Long> reported) {
    return row(
        name,
        Long.toString(counted.tokens()),
        reported.map(Object::toString).orElse("-"),
        reported.map(figure -> signed(counted.tokens() - figure)).orElse("-"));
  }

  private static String signed(long difference) {
    return difference > 0 ? "+" + difference : Long.toString(difference);
  }

  private static String row(String name, String counted, String reported, String difference) {
    return String.format(
        Locale.ROOT, "%-10s %10s %10s %10s\n", name, counted, reported, difference);
  }
}
