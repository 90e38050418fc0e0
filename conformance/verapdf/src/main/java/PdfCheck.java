/*
 * PdfCheck validates PDF files with veraPDF against PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
 *
 *   PdfCheck [-f FLAVOUR[,FLAVOUR…]] FILE.pdf …
 *
 * FLAVOUR is a veraPDF flavour id; the default is "ua1,2a". One line is printed per file and flavour;
 * each failed rule follows on its own line with its clause, how often it failed, what it says and
 * where it failed first. Exit status: 0 all conform, 1 some rule failed or a file could not be read,
 * 2 wrong usage.
 */

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public final class PdfCheck {
  /** Failures of one rule that veraPDF records; enough to count, bounded on hostile files. */
  private static final int MAX_FAILURES_PER_RULE = 100;

  private PdfCheck() {}

  public static void main(String[] args) {
    List<PDFAFlavour> flavours = new ArrayList<>();
    List<File> files = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("-f") && i + 1 < args.length) {
        Arrays.stream(args[++i].split(",")).map(PdfCheck::flavour).forEach(flavours::add);
      } else {
        files.add(new File(args[i]));
      }
    }
    if (files.isEmpty() || flavours.contains(PDFAFlavour.NO_FLAVOUR)) {
      System.err.println("usage: PdfCheck [-f ua1,2a] FILE.pdf …");
      System.exit(2);
    }
    if (flavours.isEmpty()) {
      flavours = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);
    }
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    boolean ok = true;
    for (File file : files) {
      for (PDFAFlavour flavour : flavours) {
        ok &= check(file, flavour);
      }
    }
    System.exit(ok ? 0 : 1);
  }

  private static PDFAFlavour flavour(String id) {
    return PDFAFlavour.byFlavourId(id);
  }

  /** Validates one file against one flavour, prints the outcome and reports whether it conforms. */
  private static boolean check(File file, PDFAFlavour flavour) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(flavour, MAX_FAILURES_PER_RULE, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.printf("%s: %s: %s%n", file, flavour.getId(), result.isCompliant() ? "pass" : "FAIL");
      report(result);
      return result.isCompliant();
    } catch (Exception | StackOverflowError e) {
      System.out.printf("%s: %s: ERROR %s%n", file, flavour.getId(), e);
      return false;
    }
  }

  private static void report(ValidationResult result) {
    Map<String, List<TestAssertion>> byRule = new LinkedHashMap<>();
    for (TestAssertion a : result.getTestAssertions()) {
      if (a.getStatus() == TestAssertion.Status.FAILED) {
        String rule = a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber();
        byRule.computeIfAbsent(rule, k -> new ArrayList<>()).add(a);
      }
    }
    byRule.forEach(
        (rule, failures) -> {
          TestAssertion first = failures.get(0);
          System.out.printf("  %s x%d %s%n", rule, failures.size(), first.getMessage().strip());
          if (first.getErrorMessage() != null) {
            System.out.printf("    %s%n", first.getErrorMessage().strip());
          }
          System.out.printf("    at %s%n", first.getLocation().getContext());
        });
  }
}
