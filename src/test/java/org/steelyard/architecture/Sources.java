package org.steelyard.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The rules that only the source text can show: how long files and methods are, and what is imported. */
final class Sources {

    static final int LONGEST_FILE = 300;
    static final int LONGEST_METHOD = 40;

    private static final List<String> UNWANTED = List.of("lombok.", "io.vavr.");

    private Sources() {}

    /** What breaks a rule: sentences that begin with file and line. */
    static List<String> violations(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
            var found = new ArrayList<String>();
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new Scan(unit, positions, found).scan(unit, null);
            }
            return found;
        }
    }

    private static final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        Scan(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitCompilationUnit(CompilationUnitTree file, @Nullable Void nothing) {
            if (lastLine(file) > LONGEST_FILE) {
                report(file, "has " + lastLine(file) + " lines, more than " + LONGEST_FILE);
            }
            return super.visitCompilationUnit(file, null);
        }

        @Override
        public @Nullable Void visitImport(ImportTree imported, @Nullable Void nothing) {
            var name = imported.getQualifiedIdentifier().toString();
            if (UNWANTED.stream().anyMatch(name::startsWith)) {
                report(imported, "imports " + name + ", which this project does without");
            }
            return super.visitImport(imported, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var lines = method.getBody() == null ? 0 : lastLine(method) - firstLine(method) + 1;
            var longest = LONGEST_METHOD + linesOfATable(method);
            if (lines > longest) {
                report(method, method.getName() + " has " + lines + " lines, more than " + longest);
            }
            return super.visitMethod(method, null);
        }

        /** A method that is one switch and nothing else is a table, such as that of all events: a line more for each case. */
        private static int linesOfATable(MethodTree method) {
            if (method.getBody() == null || method.getBody().getStatements().size() != 1) {
                return 0;
            }
            return switch (method.getBody().getStatements().getFirst()) {
                case SwitchTree table -> table.getCases().size();
                case ReturnTree answer
                when answer.getExpression() instanceof SwitchExpressionTree table ->
                    table.getCases().size();
                default -> 0;
            };
        }

        private void report(Tree tree, String what) {
            var file = Path.of(unit.getSourceFile().getName()).getFileName();
            found.add(file + ":" + firstLine(tree) + " " + what);
        }

        private long firstLine(Tree tree) {
            return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        }

        private long lastLine(Tree tree) {
            return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
        }
    }
}
