// Command sdk writes the package's SDK for a language from its schema, with Pulumi's own generators: what
// `pulumi package gen-sdk` does, without a language host.
//
//	go run . -schema ../../provider/schema.json -language python -out <folder>
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

const tool = "tools/sdk"

func main() {
	schemaFile := flag.String("schema", "", "file of the package schema")
	language := flag.String("language", "", "nodejs or python")
	out := flag.String("out", "", "folder to write to")
	flag.Parse()
	if err := generate(*schemaFile, *language, *out); err != nil {
		fmt.Fprintln(os.Stderr, "sdk:", err)
		os.Exit(1)
	}
}

func generate(schemaFile, language, out string) error {
	if schemaFile == "" || language == "" || out == "" {
		return fmt.Errorf("give -schema, -language and -out")
	}
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		return err
	}
	var specification schema.PackageSpec
	if err := json.Unmarshal(text, &specification); err != nil {
		return fmt.Errorf("%s: %w", schemaFile, err)
	}
	loader := schema.NewPluginLoader(nil)
	pkg, diagnostics, err := schema.BindSpec(specification, loader, schema.ValidationOptions{})
	if err != nil {
		return err
	}
	if diagnostics.HasErrors() {
		return diagnostics
	}
	files, err := filesFor(language, pkg, loader)
	if err != nil {
		return err
	}
	for name, content := range files {
		file := filepath.Join(out, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func filesFor(language string, pkg *schema.Package, loader schema.ReferenceLoader) (map[string][]byte, error) {
	switch language {
	case "nodejs":
		return nodejs.GeneratePackage(tool, pkg, nil, nil, false, loader)
	case "python":
		return python.GeneratePackage(tool, pkg, nil, loader)
	default:
		return nil, fmt.Errorf("the language %q is not known: nodejs and python are", language)
	}
}
