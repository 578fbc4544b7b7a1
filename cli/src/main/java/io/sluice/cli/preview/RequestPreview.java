package io.sluice.cli.preview;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.cli.archive.RunTokens;
import io.sluice.cli.run.Upstream;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.json.JsonWriter;
import io.sluice.json.Utf8;
import io.sluice.json.tree.JsonTree;
import io.sluice.settings.PriceList;
import io.sluice.sinks.tokens.TokenReport;
import io.sluice.stream.StreamOptions;
import io.sluice.tokens.prompt.PromptCount;
import io.sluice.wire.HttpCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it would be sent, without its secrets, and what it would cost.
 *
 * @param call the HTTP call of the dialect
 * @param secrets takes the API key out of what is shown
 * @param endpoint the base URL of the server; empty for the built-in model
 * @param body the body without secrets, and with long data cut
 * @param prompt the count of the prompt
 * @param report what the prompt was counted with
 * @param cost the cost, if the price of the model is known
 * @param unpriced the model, if settings have prices, but none for it
 */
record RequestPreview(
    HttpCall call,
    SecretMask secrets,
    Optional<String> endpoint,
    JsonTree body,
    PromptCount prompt,
    TokenReport report,
    Optional<RequestCost> cost,
    Optional<String> unpriced) {

  static RequestPreview of(
      Upstream upstream, ChatRequest request, StreamOptions options, PriceList prices) {
    HttpCall call = upstream.call(request, options);
    var secrets = new SecretMask(upstream.secrets());
    JsonTree sent = JsonTree.read(Utf8.decode(call.body()));
    var tokens = RunTokens.of(Optional.of(request), upstream.prices(prices));
    TokenReport report = tokens.report(Completion.empty());
    PromptCount prompt = report.prompt().orElseThrow();
    return new RequestPreview(
        call,
        secrets,
        Optional.of(upstream.endpoint()).filter(any -> upstream.answerer().isServer()),
        new ShownBody(secrets).of(sent),
        prompt,
        report,
        report.prices().map(price -> RequestCost.of(price, prompt.counted().tokens(), sent)),
        Optional.of(request.model()).filter(any -> tokens.isUnpriced(Completion.empty())));
  }

  /** The request line, the headers, an empty line and the body, each ending in LF. */
  String text() {
    var text = new StringBuilder(call.method()).append(' ').append(url()).append('\n');
    headers().forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.append('\n').append(JsonLayout.indented(body)).append('\n').toString();
  }

  /** What the prompt takes, a line each. */
  List<String> figures() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "prompt: "
            + prompt.counted().tokens()
            + (prompt.counted().tokens() == 1 ? " token (" : " tokens (")
            + report.model().encoding().word()
            + ", "
            + prompt.counted().basis().word()
            + ", by the rule "
            + prompt.rule()
            + ")");
    prompt.withoutRule().forEach(it -> lines.add("no rule covers " + TerminalText.of(it)));
    cost.map(RequestCost::text).ifPresent(lines::add);
    unpriced.ifPresent(
        model -> lines.add("cost: no price for " + TerminalText.of(model) + " in the settings"));
    return lines;
  }

  /** One object on one line, without its end. */
  String json() {
    return JsonWriter.object(this::write);
  }

  /** The object with a label in front. */
  String json(String label) {
    return JsonWriter.object(
        json -> {
          json.field("label", label);
          write(json);
        });
  }

  private void write(JsonWriter json) {
    json.object(
        "request",
        request ->
            request
                .field("method", call.method())
                .field("url", url())
                .object("headers", fields -> headers().forEach(fields::field))
                .field("body", Json.verbatim(JsonLayout.compact(body))));
    endpoint.map(secrets::masked).ifPresent(url -> json.field("endpoint", url));
    json.flag("offline", endpoint.isEmpty()).object("tokens", this::tokens);
    cost.map(RequestCost::json).ifPresent(known -> json.field("cost", known));
  }

  private void tokens(JsonWriter json) {
    json.field("prompt", prompt.counted().tokens())
        .field("encoding", report.model().encoding().word())
        .field("basis", prompt.counted().basis().word())
        .field("rule", prompt.rule());
    if (!prompt.withoutRule().isEmpty()) {
      json.strings("without_rule", prompt.withoutRule());
    }
  }

  private String url() {
    return secrets.masked(call.uri().toString());
  }

  private Map<String, String> headers() {
    return secrets.masked(call.headers());
  }
}
