#!/usr/bin/env bash
# Tries the package and the tarball in a clean Debian without Swift: installation, an analysis, the server, an upgrade, removal.
#
#   Packaging/test.sh FOLDER
#
# FOLDER holds the program that `make package` built, the package and the tarball; the Debian is made in it. Needs root and
# debootstrap; the mirror is the one that this machine uses.
set -euo pipefail
folder="$(realpath "$1")"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# The unit first: that needs no Debian.
program="$(ls "$folder"/release/analyst)"
if command -v systemd-analyze >/dev/null; then
	unit="$folder/analyst.service"
	sed "s|^ExecStart=/usr/bin/analyst|ExecStart=$program|" Packaging/analyst.service >"$unit"
	systemd-analyze verify --man=no "$unit"
	systemd-analyze security --offline=true --threshold=20 "$unit" | tail -n 1
	rm -f "$unit"
else
	echo "NOTE: the unit is not checked: systemd-analyze is not installed."
fi
engine=""
for name in podman docker; do
	if [ -z "$engine" ] && "$name" info >/dev/null 2>&1; then engine="$name"; fi
done
if [ -n "$engine" ]; then
	"$engine" build -q -t analyst-package-test -f Packaging/Containerfile "$folder"
	"$engine" run --rm analyst-package-test rules check
	"$engine" rmi analyst-package-test >/dev/null
else
	echo "NOTE: the Containerfile is not tried: no container engine answers."
fi

skip() { echo "SKIPPED: the package is not tried in a clean Debian: $*"; exit 0; }
fail() { echo "FAILED: $*" >&2; exit 1; }

[ "$(id -u)" -eq 0 ] || skip "that needs root"
for tool in debootstrap unshare chroot; do
	command -v "$tool" >/dev/null || skip "$tool is not installed"
done
unshare --mount --pid --fork true 2>/dev/null || skip "this machine lets nobody mount"
release="$(. /etc/os-release && echo "${VERSION_CODENAME:-}")"
mirror="$(apt-get indextargets --format '$(ORIGIN) $(CODENAME) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
	awk -v release="$release" '$1 == "Debian" && $2 == release && $3 == "main" { print $4; exit }')"
[ -n "$mirror" ] || skip "apt names no mirror of Debian $release"

package="$(ls "$folder"/analyst_*.deb)"
tarball="$(ls "$folder"/analyst-*.tar.gz)"
version="$(dpkg-deb --field "$package" Version)"
sheet=/usr/share/analyst/sheets/areas/utrecht-overvecht.yaml
database=/var/lib/analyst/dossiers.sqlite

# Runs a step and prints how long it took. What it prints is shown when it fails.
step() {
	local name="$1" started log
	shift
	log="$folder/step.log"
	started="$(date +%s%N)"
	"$@" >"$log" 2>&1 || { cat "$log" >&2; fail "$name"; }
	printf '%8d ms  %s\n' "$(( ($(date +%s%N) - started) / 1000000 ))" "$name"
}

# Runs a command in the Debian, with processes of its own.
within() {
	unshare --mount --pid --fork --kill-child bash -c \
		'mount -t proc proc "$1/proc" && exec chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
			DEBIAN_FRONTEND=noninteractive "${@:2}"' \
		within "$root" "$@"
}
as_analyst() { within setpriv --reuid=analyst --regid=analyst --clear-groups env HOME=/var/lib/analyst "$@"; }
install_deb() { cp "$1" "$root/tmp/" && within apt-get install -y -q --no-install-recommends "/tmp/$(basename "$1")"; }

base="$folder/debian-base"
root="$folder/debian"
if [ ! -e "$base/made" ]; then
	rm -rf "$base"
	step "a Debian $release, made by debootstrap" debootstrap --variant=minbase "$release" "$base" "$mirror"
	touch "$base/made"
fi
rm -rf "$root"
cp -a "$base" "$root"
for compiler in swift swiftc cc gcc clang; do
	if within sh -c "command -v $compiler" >/dev/null; then fail "there is a compiler: $compiler"; fi
done
cp /etc/resolv.conf "$root/etc/resolv.conf"
step "apt-get update" within apt-get update -q

size() { du -s -k --apparent-size "$root" | cut -f 1; }
before="$(size)"
step "the package is installed, with what it depends on" install_deb "$package"
sed -n 's/^Need to get \(.*\) of archives.*/             \1 fetched/p' "$folder/step.log"
# The lists and packages that apt keeps do not count.
within apt-get clean
printf '%8d MB  taken by the package and what it depends on\n' "$(( ($(size) - before) / 1024 ))"
within sh -c '! dpkg -l | grep -i swift' || fail "a package of Swift came along"
[ "$(stat -c '%a %U' "$root/var/lib/analyst" | cut -d ' ' -f 1)" = 700 ] || fail "others can look into the folder of dossiers"

report() { within sh -c "cd /tmp && analyst analyse $sheet --format html --date 2026-11-01 --lang nl -o /tmp/report.html"; }
step "an analysis, from another folder than the rules" report
"$program" analyse "sheets/areas/$(basename "$sheet")" --rules rules --format html --date 2026-11-01 --lang nl \
	-o "$folder/report.html" 2>/dev/null
cmp -s "$root/tmp/report.html" "$folder/report.html" || echo "  NOTE: the report differs from that of the folder of the project"
step "all rules are checked" within analyst rules check
within bash -c '. /usr/share/bash-completion/completions/analyst && complete -p analyst' >/dev/null || fail "no completion"
for page in man1 nl/man1; do
	[ -s "$root/usr/share/man/$page/analyst.1.gz" ] || fail "no manual page in $page"
done

step "a dossier of the service" as_analyst analyst dossier new "$sheet" --title "Pakkettoets" --database "$database"
exported() { as_analyst analyst dossier export Pakkettoets --database "$database"; }
exported >"$folder/exported.yaml"
cmp -s "$folder/exported.yaml" "$root$sheet" || fail "the dossier does not give its sheet back"

# Asks the server for a page; prints it with its status.
ask() {
	exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
	printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
	timeout 5 cat <&3
	exec 3<&- 3>&-
}
# The process that a process started, through all that stand between.
innermost() {
	local process="$1" child
	while child="$(cut -d ' ' -f 1 <"/proc/$process/task/$process/children")" && [ -n "$child" ]; do process="$child"; done
	echo "$process"
}
server=""
trap 'if [ -n "$server" ]; then kill -KILL "$(innermost "$server")" 2>/dev/null || true; fi' EXIT
# Starts the server, waits for its first page, and asks until that names the dossier; then tells it to stop.
serve() {
	local port="" page="" started now first=""
	started="$(date +%s%N)"
	as_analyst analyst serve --database "$database" --port 0 >"$folder/serve.log" 2>&1 &
	server=$!
	while now="$(( ($(date +%s%N) - started) / 1000000 ))"; [ "$now" -lt 20000 ]; do
		kill -0 "$server" 2>/dev/null || { cat "$folder/serve.log" >&2; fail "the server stopped"; }
		[ -n "$port" ] || port="$(sed -n 's|.*http://[^:]*:\([0-9]*\)/.*|\1|p' "$folder/serve.log")"
		if [ -n "$port" ] && page="$(ask "$port" / 2>/dev/null)"; then
			if [ -z "$first" ] && [[ "$page" == HTTP/1.1\ * ]]; then first="$now"; fi
			if [[ "$page" == *Pakkettoets* ]]; then break; fi
		fi
		sleep 0.02
	done
	[[ "$page" == *Pakkettoets* ]] || { echo "$page" | head -30 >&2; fail "the server does not show the dossier"; }
	printf '%8d ms  the server answers (%s)\n' "$first" "$1"
	printf '%8d ms  the server shows the dossier (%s)\n' "$now" "$1"
	[ "$first" -lt 1000 ] || fail "the server took more than a second to answer"
	# The signal goes to the program itself: what started it here does not hand it on.
	kill -TERM "$(innermost "$server")"
	for _ in $(seq 100); do kill -0 "$server" 2>/dev/null || break; sleep 0.1; done
	kill -0 "$server" 2>/dev/null && fail "the server does not stop"
	wait "$server" || fail "the server ends with code $?"
	server=""
}
has_serve=1
within analyst serve --help >/dev/null 2>&1 || has_serve=""
if [ -n "$has_serve" ]; then serve "$version"; else echo "  NOTE: this program has no server yet"; fi

# The same package under a higher version; it is not compressed, which takes long.
rm -rf "$folder/newer"
dpkg-deb --raw-extract "$package" "$folder/newer"
sed -i "s/^Version: .*/Version: $version.1/" "$folder/newer/DEBIAN/control"
dpkg-deb --root-owner-group -Znone --build "$folder/newer" "$folder/newer.deb" >/dev/null
rm -rf "$folder/newer"
step "an upgrade to $version.1" install_deb "$folder/newer.deb"
[ "$(within dpkg-query -f '${Version}' -W analyst)" = "$version.1" ] || fail "the upgrade did not take place"
exported | cmp -s - "$folder/exported.yaml" || fail "the dossier is not what it was before the upgrade"
if [ -n "$has_serve" ]; then serve "$version.1"; fi

# The service under a systemd of its own, with all that the unit forbids; a package that is installed anew restarts it.
serve_as_service() {
	step "systemd comes along" within apt-get install -y -q --no-install-recommends systemd systemd-sysv
	mkdir -p "$root/probe" "$root/etc/systemd/system/multi-user.target.wants"
	cp "$folder/newer.deb" "$root/probe/"
	cat >"$root/probe/run" <<-'PROBE'
		ask() {
			for _ in $(seq 200); do
				if { exec 3<>/dev/tcp/127.0.0.1/8080; } 2>/dev/null; then
					printf 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
					page="$(timeout 5 cat <&3)"
					exec 3<&- 3>&-
					case "$page" in *Pakkettoets*) echo "shows the dossier"; return ;; esac
				fi
				sleep 0.1
			done
			echo "shows no dossier: $page"
		}
		exec >/probe/told 2>&1
		systemctl start analyst; ask
		first="$(systemctl show -P MainPID analyst)"
		grep -E '^(Uid|NoNewPrivs|Seccomp|CapBnd):' "/proc/$first/status"
		DEBIAN_FRONTEND=noninteractive apt-get install -y -q --reinstall /probe/newer.deb >/probe/apt 2>&1 || cat /probe/apt
		ask
		[ "$(systemctl show -P MainPID analyst)" != "$first" ] && echo "was restarted"
		systemctl stop analyst
		systemctl show -P Result analyst
		journalctl -q -u analyst --no-pager >/probe/journal
		systemctl poweroff --no-block 2>/dev/null
	PROBE
	printf '[Service]\nType=exec\nExecStart=/bin/bash /probe/run\n' >"$root/etc/systemd/system/probe.service"
	ln -s ../probe.service "$root/etc/systemd/system/multi-user.target.wants/probe.service"
	step "the service runs, restarts and stops under systemd" timeout -k 5 120 systemd-nspawn --register=no --keep-unit -q -b \
		--private-network -D "$root" --console=pipe
	sed 's/^/             /' "$root/probe/told"
	[ "$(grep -c "shows the dossier" "$root/probe/told")" = 2 ] && grep -q "was restarted" "$root/probe/told" &&
		[ "$(tail -n 1 "$root/probe/told")" = success ] || { cat "$root/probe/journal" >&2; fail "the service does not work"; }
	rm -rf "$root/probe" "$root/etc/systemd/system/probe.service" "$root/etc/systemd/system/multi-user.target.wants/probe.service"
}
if [ -z "$has_serve" ]; then
	:
elif command -v systemd-nspawn >/dev/null; then
	serve_as_service
else
	echo "NOTE: the unit is not run: systemd-nspawn is not installed (systemd-container)."
fi

step "removal" within apt-get remove -y -q analyst
[ ! -L "$root/usr/bin/analyst" ] && [ ! -e "$root/usr/lib/analyst" ] && [ ! -e "$root/usr/share/analyst" ] || fail "removal leaves the program"
[ -s "$root$database" ] || fail "removal takes the dossiers along"
step "installation after removal" install_deb "$folder/newer.deb"
exported | cmp -s - "$folder/exported.yaml" || fail "the dossier is not what it was before the removal"
step "a purge" within apt-get purge -y -q analyst
grep -q "Deleting the dossiers" "$folder/step.log" || fail "a purge does not say that dossiers go"
for left in /var/lib/analyst /etc/default/analyst /usr/share/analyst /usr/share/doc/analyst; do
	[ ! -e "$root$left" ] || fail "a purge leaves $left"
done

# What the package asked for is still there.
step "the tarball is unpacked" tar -xzf "$tarball" -C "$root/opt"
step "an analysis by the tarball's program" within sh -c \
	"cd / && /opt/analyst-$version/bin/analyst analyse /opt/analyst-$version/share/analyst/sheets/areas/$(basename "$sheet") \
	--format html --date 2026-11-01 --lang nl -o /tmp/other.html"
cmp -s "$root/tmp/report.html" "$root/tmp/other.html" || fail "package and tarball give different reports"
rm -rf "$root" "$folder/newer.deb" "$folder/report.html" "$folder/exported.yaml" "$folder/step.log" "$folder/serve.log"
echo "The package works in a clean Debian $release."
