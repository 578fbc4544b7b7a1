package io.sluice.simulator.welcome;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The page for browsers: a template whose places are filled with escaped text. */
final class WelcomePage {

  private WelcomePage() {}

  static String of(Welcome welcome, int port) {
    return file("page.html")
        .replace("{answers}", answers(welcome))
        .replace("{apis}", apis(welcome.origin(port)))
        .replace("{curl}", escaped(welcome.curl(port)))
        .replace("{always}", always(welcome.faults().faults()))
        .replace("{faults}", faults(welcome.faults().faults()));
  }

  /** A file that stands beside this class. */
  static String file(String name) {
    try (InputStream content = WelcomePage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(content, name).readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "the simulator's file " + name + " cannot be read", unreadable);
    }
  }

  private static String answers(Welcome welcome) {
    String who =
        welcome
            .model()
            .map(model -> "The small built-in model " + code(model) + " answers")
            .orElse("A recording answers every request");
    String pace =
        welcome.rate() > 0 ? ", with " + number(welcome.rate()) + " chunks a second." : ".";
    return who + pace;
  }

  private static String number(double rate) {
    return rate == Math.rint(rate) ? String.valueOf((long) rate) : String.valueOf(rate);
  }

  private static String apis(String origin) {
    return row("", "OpenAI, its Responses, Anthropic", code(origin + "/v1"))
        + row("", "Gemini", code(origin + "/v1beta"))
        + row("", "Ollama", code(origin));
  }

  private static String always(List<Fault> faults) {
    return faults.isEmpty()
        ? "Answers are healthy, unless a request asks for something else."
        : "Every answer has: "
            + faults.stream().map(fault -> code(fault.toString())).collect(Collectors.joining(", "))
            + ".";
  }

  private static String faults(List<Fault> every) {
    Set<String> chosen =
        every.stream()
            .map(fault -> fault.toString().replaceFirst("=.*", ""))
            .collect(Collectors.toSet());
    return Fault.kinds().stream()
        .map(
            kind -> {
              String always = chosen.contains(kind.name()) ? " class=\"always\"" : "";
              String attributes = " id=\"" + kind.name() + "\"" + always;
              return row(attributes, code(kind.usage()), escaped(kind.description()));
            })
        .collect(Collectors.joining("\n"));
  }

  private static String row(String attributes, String head, String cell) {
    return "<tr" + attributes + "><th scope=\"row\">" + head + "</th><td>" + cell + "</td></tr>";
  }

  private static String code(String text) {
    return "<code>" + escaped(text) + "</code>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
