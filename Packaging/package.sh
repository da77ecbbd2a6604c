#!/usr/bin/env bash
# Makes a Debian package and a tarball of a program with the Swift runtime linked in.
#
#   Packaging/package.sh PROGRAM FOLDER [VERSION]
#
# PROGRAM is what `swift build` made, FOLDER where package and tarball go, VERSION another than the program's own. The same
# program and files give the same bytes.
set -euo pipefail
umask 022
program="$(realpath "$1")"
mkdir -p "$2"
target="$(realpath "$2")"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
version="${3:-$(sed -n 's/.*static let text = "\([^"]*\)".*/\1/p' Sources/Analyst/Analysis/ProgramVersion.swift)}"
architecture="$(dpkg --print-architecture)"
checkouts="$(dirname "$program")/../../checkouts"
[ -n "$version" ] || { echo "The version of the program is not found." >&2; exit 1; }

# All files are as old as the last change that was recorded, so that packages do not differ by the hour they are made.
SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}"
export SOURCE_DATE_EPOCH

stage="$(mktemp -d)"
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"
root="$stage/root"
usr="$root/usr"
put() { install -D -m "$1" "$2" "$3"; }

# The program looks for its rules in the folders above it: it stands in a folder of its own, with links to what it reads.
own="$usr/lib/analyst"
put 755 "$program" "$own/analyst"
strip --strip-unneeded --remove-section=.comment "$own/analyst"
for folder in rules sheets casebooks; do ln -s "../../share/analyst/$folder" "$own/$folder"; done
mkdir -p "$usr/bin"
ln -s ../lib/analyst/analyst "$usr/bin/analyst"

share="$usr/share/analyst"
mkdir -p "$share"
cp -R --no-preserve=mode,ownership rules sheets casebooks "$share/"
cp -R --no-preserve=mode,ownership docs/schema "$share/schema"

# The papers, with what they link to beside them.
papers="$usr/share/doc/analyst"
mkdir -p "$papers/docs" "$papers/third-party"
for paper in README.md LEESMIJ.md SECURITY.md CONTRIBUTING.md; do put 644 "$paper" "$papers/$paper"; done
find docs -maxdepth 1 -type f -exec cp --no-preserve=mode,ownership {} "$papers/docs/" \;
ln -s ../../../analyst/schema "$papers/docs/schema"
for folder in rules sheets casebooks; do ln -s "../../analyst/$folder" "$papers/$folder"; done
put 644 CHANGELOG.md "$papers/changelog"
gzip -9n "$papers/changelog"
ln -s changelog.gz "$papers/CHANGELOG.md.gz"
{ cat Packaging/debian/copyright; sed -e 's/^/ /' -e 's/^ $/ ./' LICENSE; } >"$papers/copyright"
ln -s copyright "$papers/LICENSE"
for checkout in "$checkouts"/*/; do
	for notice in "$checkout"LICENSE* "$checkout"NOTICE*; do
		[ ! -f "$notice" ] || put 644 "$notice" "$papers/third-party/$(basename "$checkout")/$(basename "$notice")"
	done
done

for page in analyst.1:man analyst.nl.1:man/nl; do
	folder="$usr/share/${page#*:}/man1"
	mkdir -p "$folder"
	sed "s/@VERSION@/$version/" "Packaging/${page%%:*}" >"$folder/analyst.1"
	gzip -9n "$folder/analyst.1"
done

completion() {
	mkdir -p "$(dirname "$usr/share/$2")"
	"$program" --generate-completion-script "$1" >"$usr/share/$2"
}
completion bash bash-completion/completions/analyst
completion zsh zsh/vendor-completions/_analyst
completion fish fish/vendor_completions.d/analyst.fish

put 644 Packaging/analyst.service "$usr/lib/systemd/system/analyst.service"
find "$usr" -type d -exec chmod 755 {} +
find "$usr" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

tarball="$target/analyst-$version-linux-$(uname -m).tar.gz"
tar --create --directory "$usr" --transform "s,^\.,analyst-$version,S" --sort=name --owner=0 --group=0 --numeric-owner \
	--mtime="@$SOURCE_DATE_EPOCH" . | gzip -9n >"$tarball"

put 644 Packaging/analyst.default "$root/etc/default/analyst"
# Which libraries of the system the program asks for, and from which version on.
mkdir -p "$stage/debian"
printf 'Source: analyst\n\nPackage: analyst\nArchitecture: any\n' >"$stage/debian/control"
depends="$(cd "$stage" && dpkg-shlibdeps -O "$own/analyst" | sed -n 's/^shlibs:Depends=//p')"
[ -n "$depends" ] || { echo "The libraries that the program asks for are not found." >&2; exit 1; }
mkdir -p "$root/DEBIAN"
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@DEPENDS@/$depends/" \
	-e "s/@SIZE@/$(du -k -s --apparent-size "$usr" | cut -f 1)/" Packaging/debian/control >"$root/DEBIAN/control"
put 644 Packaging/debian/conffiles "$root/DEBIAN/conffiles"
for script in postinst prerm postrm; do put 755 "Packaging/debian/$script" "$root/DEBIAN/$script"; done
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
package="$target/analyst_${version}_$architecture.deb"
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null

echo "Depends on: $depends"
printf '%s\t%s\n' "$(du -h --apparent-size "$own/analyst" | cut -f 1)" "the program, stripped" \
	"$(du -h --apparent-size "$package" | cut -f 1)" "$package" \
	"$(du -h --apparent-size "$tarball" | cut -f 1)" "$tarball"
