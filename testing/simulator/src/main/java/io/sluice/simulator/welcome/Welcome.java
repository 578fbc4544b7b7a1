package io.sluice.simulator.welcome;

import io.sluice.simulator.chat.Documents;
import io.sluice.simulator.fault.Faults;
import io.sluice.simulator.script.Script;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a simulator says of itself. Browsers get a page, other clients a text. Immutable.
 *
 * @param scheme the scheme of its URLs
 * @param model the model that answers; empty if a recording does
 * @param rate how many chunks a second an answer has; 0 if there is no limit
 * @param faults what goes wrong in every answer
 */
@SuppressWarnings("exports") // public for the simulator's own packages only
public record Welcome(String scheme, Optional<String> model, double rate, Faults faults) {

  /** The name that a client gives the model, whatever answers. */
  public static final String ANY_MODEL = "any-model";

  /** Nothing but its own style is loaded, and nothing runs. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final Set<String> STYLES = Set.of("/welcome/tokens.css", "/welcome/page.css");

  /**
   * The document at a path.
   *
   * @param accepted what the client says it takes; empty if it does not say
   * @param port the port that received the request
   * @return the document; empty if nothing of this is at the path
   */
  public Optional<Script> at(String path, Optional<String> accepted, int port) {
    if (STYLES.contains(path)) {
      String style = WelcomePage.file(path.substring(path.lastIndexOf('/') + 1));
      return Optional.of(document("text/css", style));
    }
    if (!path.equals("/")) {
      return Optional.empty();
    }
    boolean browser = accepted.filter(types -> types.contains("text/html")).isPresent();
    return Optional.of(
        browser
            ? document("text/html", WelcomePage.of(this, port))
            : document("text/plain", text(port)));
  }

  /** The server's address, without a path. */
  String origin(int port) {
    return scheme + "://127.0.0.1:" + port;
  }

  /** A call that shows a stream. */
  String curl(int port) {
    return """
    curl %s/v1/chat/completions -H 'Content-Type: application/json' \\
      -d '{"model":"%s","stream":true,"messages":[{"role":"user","content":"Write a haiku about coding."}]}'\
    """
        .formatted((scheme.equals("https") ? "-k " : "") + origin(port), model.orElse(ANY_MODEL));
  }

  private String text(int port) {
    return """
    This is the Sluice simulator, an OpenAI-compatible server that needs no key.

      base URL   %1$s/v1          OpenAI, its Responses, Anthropic
                 %1$s/v1beta      Gemini
                 %1$s             Ollama
      model      %2$s

      %3$s

    Add -H 'X-Simulate: cut=3' to see a stream break; 'sluice simulate --help' lists what else can go wrong, and so
    does this page in a browser.
    """
        .formatted(
            origin(port),
            model.orElse("a recording answers, whatever the model is called"),
            curl(port).replace("\n", "\n  "));
  }

  private static Script document(String type, String text) {
    return Documents.of(
        200,
        Map.of(
            "Content-Type",
            type + "; charset=utf-8",
            "Content-Security-Policy",
            POLICY,
            "X-Content-Type-Options",
            "nosniff"),
        text);
  }
}
