package io.sluice.tokens;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which model uses which encoding, by the beginnings of their names. */
final class ModelTable {

  static final ModelTable SHIPPED = read("models.txt");

  private static final Pattern QUALIFIED = Pattern.compile("^(?:(?:openai|azure)/|ft:)+");
  private static final Pattern LIKE_OPENAI =
      Pattern.compile("^(?:gpt|chatgpt|codex|o\\d).*", Pattern.DOTALL);
  private static final String ENDS_OF_A_NAME = "-:@";

  private final Map<String, TokenEncoding> encodings;

  private ModelTable(Map<String, TokenEncoding> encodings) {
    this.encodings = Map.copyOf(encodings);
  }

  ModelEncoding find(String model) {
    String name = QUALIFIED.matcher(model.toLowerCase(Locale.ROOT)).replaceFirst("");
    Optional<ModelEncoding> known =
        longestKnown(name).map(encoding -> new ModelEncoding(encoding, Basis.EXACT));
    Basis otherwise = LIKE_OPENAI.matcher(name).matches() ? Basis.ASSUMED : Basis.ESTIMATED;
    return known.orElse(new ModelEncoding(TokenEncoding.O200K_BASE, otherwise));
  }

  /** A known name must end where a word does: {@code gpt-4} is not the beginning of gpt-4o. */
  private Optional<TokenEncoding> longestKnown(String name) {
    for (int end = name.length(); end > 0; end--) {
      boolean whole = end == name.length() || ENDS_OF_A_NAME.indexOf(name.charAt(end)) >= 0;
      TokenEncoding encoding = whole ? encodings.get(name.substring(0, end)) : null;
      if (encoding != null) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }

  private static ModelTable read(String resource) {
    try (InputStream in = ModelTable.class.getResourceAsStream(resource);
        var lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
      Map<String, TokenEncoding> encodings = new LinkedHashMap<>();
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.trim().split("\\s+", 2))
          .forEach(row -> encodings.put(row[0], TokenEncoding.named(row[1]).orElseThrow()));
      return new ModelTable(encodings);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
