package io.sluice.page.browser;

import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A tab of a browser, as a person and a script see it. */
final class Tab {

  private static final Map<String, Integer> KEYS =
      Map.ofEntries(
          Map.entry("Enter", 13),
          Map.entry("Escape", 27),
          Map.entry("Tab", 9),
          Map.entry("End", 35),
          Map.entry("ArrowLeft", 37),
          Map.entry("ArrowUp", 38),
          Map.entry("ArrowRight", 39),
          Map.entry("ArrowDown", 40),
          Map.entry("Space", 32));
  private static final int SHIFT = 8;

  /** Whether a condition holds; one that cannot be judged yet does not. */
  private static final String HOLDS =
      "(() => { try { return Boolean(%s) } catch (e) { return false } })()";

  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(20);

  private final DevTools tools;
  private final String session;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Tab(DevTools tools, String session) {
    this.tools = tools;
    this.session = session;
  }

  static Tab of(DevTools tools, String session) {
    var tab = new Tab(tools, session);
    tools.observe(tab::observe);
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      tab.call(domain + ".enable");
    }
    return tab;
  }

  Tab go(String address) {
    tools.call(session, "Page.navigate", json -> json.field("url", address));
    return this;
  }

  void reload() {
    call("Page.reload");
  }

  /** Has a script run before those of each document that is loaded from now on. */
  Tab before(String script) {
    tools.call(
        session, "Page.addScriptToEvaluateOnNewDocument", json -> json.field("source", script));
    return this;
  }

  /** The value of a script as text; of an object, its JSON. */
  String read(String script) {
    JsonObject answer =
        tools.call(
            session,
            "Runtime.evaluate",
            json ->
                json.field("expression", script)
                    .flag("awaitPromise", true)
                    .flag("returnByValue", true)
                    .flag("userGesture", true));
    answer
        .object("exceptionDetails")
        .ifPresent(
            trouble -> {
              throw new IllegalStateException(
                  script
                      + ": "
                      + trouble.object("exception").flatMap(e -> e.string("description")));
            });
    JsonValue value =
        answer
            .object("result")
            .flatMap(result -> result.value("value"))
            .orElse(JsonValue.read("null"));
    return value.string().orElse(value.json().text());
  }

  /**
   * Waits until the script is true. It must be true for good, once it is. The page is asked again
   * and again, since a promise of a page that is left meanwhile may never be kept.
   */
  Tab until(String script) {
    while (true) {
      try {
        if (read(HOLDS.formatted(script)).equals("true")) {
          return this;
        }
      } catch (IllegalStateException left) {
        if (!String.valueOf(left.getMessage()).contains("context")) {
          throw left;
        }
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
  }

  /** Waits until there is such an element. */
  Tab untilThereIs(String selector) {
    return until("document.querySelector(" + quoted(selector) + ")");
  }

  /** The visible text of an element. */
  String text(String selector) {
    return read("document.querySelector(" + quoted(selector) + ").innerText");
  }

  Tab type(String text) {
    tools.call(session, "Input.insertText", json -> json.field("text", text));
    return this;
  }

  Tab press(String key) {
    return press(key, 0);
  }

  Tab pressShift(String key) {
    return press(key, SHIFT);
  }

  /** Gives an element the focus, as a click would. */
  Tab focus(String selector) {
    read("document.querySelector(" + quoted(selector) + ").focus()");
    return this;
  }

  Tab click(String selector) {
    read("document.querySelector(" + quoted(selector) + ").click()");
    return this;
  }

  void emulate(String feature, String value) {
    tools.call(
        session,
        "Emulation.setEmulatedMedia",
        json ->
            json.objects(
                "features",
                List.of(feature),
                (each, name) -> each.field("name", name).field("value", value)));
  }

  void size(int width, int height) {
    tools.call(
        session,
        "Emulation.setDeviceMetricsOverride",
        json ->
            json.field("width", width)
                .field("height", height)
                .field("deviceScaleFactor", 1)
                .flag("mobile", false));
  }

  /** What is seen, as a PNG. */
  byte[] picture() {
    return Base64.getDecoder()
        .decode(
            tools
                .call(session, "Page.captureScreenshot", json -> json.field("format", "png"))
                .string("data")
                .orElseThrow());
  }

  /** The origins of all that was asked for, without data that was at hand. */
  List<String> origins() {
    return requests.stream()
        .filter(request -> request.startsWith("http"))
        .map(
            request -> URI.create(request).getScheme() + "://" + URI.create(request).getAuthority())
        .distinct()
        .toList();
  }

  /** What the browser said of errors and of breaches of the page's policy. */
  List<String> complaints() {
    return complaints;
  }

  static String quoted(String text) {
    return JsonWriter.json(text).text();
  }

  private Tab press(String key, int modifiers) {
    for (String type : List.of("keyDown", "keyUp")) {
      tools.call(
          session,
          "Input.dispatchKeyEvent",
          json -> {
            json.field("type", type).field("modifiers", modifiers);
            json.field("key", key.equals("Space") ? " " : key);
            if (KEYS.containsKey(key)) {
              json.field("code", key).field("windowsVirtualKeyCode", KEYS.getOrDefault(key, 0));
            }
            String text = key.equals("Enter") ? "\r" : key.equals("Space") ? " " : key;
            if (type.equals("keyDown") && text.length() == 1) {
              json.field("text", text);
            }
          });
    }
    return this;
  }

  private void call(String method) {
    tools.call(session, method, json -> {});
  }

  private void observe(JsonObject event) {
    if (!event.string("sessionId").orElse("").equals(session)) {
      return;
    }
    JsonObject details = event.object("params").orElseThrow();
    switch (event.string("method").orElse("")) {
      case "Network.requestWillBeSent" ->
          details.object("request").flatMap(sent -> sent.string("url")).ifPresent(requests::add);
      case "Runtime.exceptionThrown" ->
          complaints.add(JsonWriter.object(json -> details.members().forEach(json::field)));
      case "Log.entryAdded" ->
          details
              .object("entry")
              .filter(entry -> entry.string("source").orElse("").equals("security"))
              .flatMap(entry -> entry.string("text"))
              .ifPresent(complaints::add);
      default -> {}
    }
  }
}
