package io.sluice.text;

import java.util.Locale;
import java.util.Map;

/** The names of languages in which code is written. */
public final class CodeLanguage {

  /** Other names, among them the endings of files. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("py", "python"),
          Map.entry("python3", "python"),
          Map.entry("js", "javascript"),
          Map.entry("mjs", "javascript"),
          Map.entry("ts", "typescript"),
          Map.entry("rb", "ruby"),
          Map.entry("rs", "rust"),
          Map.entry("kt", "kotlin"),
          Map.entry("kts", "kotlin"),
          Map.entry("golang", "go"),
          Map.entry("cs", "csharp"),
          Map.entry("c#", "csharp"),
          Map.entry("h", "c"),
          Map.entry("hpp", "cpp"),
          Map.entry("cc", "cpp"),
          Map.entry("cxx", "cpp"),
          Map.entry("c++", "cpp"),
          Map.entry("sh", "bash"),
          Map.entry("shell", "bash"),
          Map.entry("md", "markdown"),
          Map.entry("yml", "yaml"),
          Map.entry("postgres", "sql"),
          Map.entry("postgresql", "sql"),
          Map.entry("mysql", "sql"),
          Map.entry("sqlite", "sql"));

  private CodeLanguage() {}

  /**
   * The name that most code blocks use for a language, such as {@code python} for {@code py} or
   * {@code PY}; a word that is not known is its own name, in lower case.
   */
  public static String name(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return NAMES.getOrDefault(lower, lower);
  }
}
